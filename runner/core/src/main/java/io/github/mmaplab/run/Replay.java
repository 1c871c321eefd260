package io.github.mmaplab.run;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.run.result.NotChecked;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.text.Numerals;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plays a scenario in all its orders: from the beginning in each, on a kernel of its own. It shares no code with {@link
 * OrderSearch} but what puts results together, and each tests the other.
 */
final class Replay {
    private final Scenario scenario;
    private final KernelSource kernels;
    private final boolean goesOn;
    private final Map<String, Data> beliefs;
    private final PageSize pageSize;

    Replay(Scenario scenario, KernelSource kernels, boolean goesOn, Map<String, Data> beliefs) {
        this.scenario = scenario;
        this.kernels = kernels;
        this.goesOn = goesOn;
        this.beliefs = beliefs;
        this.pageSize = new PageSize(scenario.pageSize());
    }

    /** The result of a scenario in which nothing is concurrent. */
    ScenarioResult inOneOrder() {
        return played(scenario, new ArrayList<>());
    }

    /** The result over all orders. */
    ScenarioResult inAllOrders() {
        return in(Orders.of(scenario), scenario.orders());
    }

    /** The result over some orders, which are not all. */
    ScenarioResult in(List<Scenario> orders) {
        ScenarioResult result = in(orders.iterator(), BigInteger.valueOf(orders.size()));
        List<NotChecked> notChecked = new ArrayList<>(result.notChecked());
        notChecked.add(new NotChecked(
                scenario.titleSpan(),
                "of " + Numerals.grouped(scenario.orders()) + " orders, the " + orders.size()
                        + " that tell most are played"));
        return new ScenarioResult(
                scenario,
                result.verdict(),
                result.checks(),
                result.problems(),
                notChecked,
                result.replies(),
                result.trace());
    }

    private ScenarioResult in(Iterator<Scenario> orders, BigInteger count) {
        OverOrders results = new OverOrders(scenario, count);
        @Nullable ScenarioResult first = null;
        boolean lost = false;
        while (orders.hasNext() && !lost) {
            Scenario order = orders.next();
            List<Claimed> claimed = new ArrayList<>();
            ScenarioResult result = played(order, claimed);
            first = first == null ? result : first;
            List<Problem> problems = new ArrayList<>(result.problems());
            for (Claimed each : claimed) {
                results.claim(each, BigInteger.ONE);
                if (OverOrders.isBrokenNever(each)) {
                    problems.add(OverOrders.holds(each));
                }
            }
            problems.sort(Comparator.comparingInt(Problem::step));
            for (Problem problem : problems) {
                results.problem(problem, order, BigInteger.ONE);
                lost |= problem instanceof Problem.KernelLost;
            }
            results.notChecked(result.notChecked());
            results.replies(result.replies(), BigInteger.ONE);
        }
        if (first == null) {
            throw new IllegalStateException("a scenario has an order");
        }
        return results.together(first);
    }

    /**
     * Plays a scenario in one order.
     *
     * @param claimed the list to add the results of its claims to
     */
    private ScenarioResult played(Scenario order, List<Claimed> claimed) {
        Kernel kernel = kernels.boot(pageSize);
        boolean copied = kernel.copy().isPresent();
        ScenarioRunner runner =
                new ScenarioRunner(order, kernel, goesOn, beliefs, question -> copied || !OneByOne.touches(question));
        ScenarioResult result = runner.run();
        claimed.addAll(runner.claimed());
        return copied
                ? result
                : OneByOne.complete(
                        result, asks -> new ScenarioRunner(order, kernels.boot(pageSize), goesOn, beliefs, asks).run());
    }
}
