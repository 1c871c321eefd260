package io.github.mmaplab.run;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.run.result.NotChecked;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Claim;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plays scenarios in all their orders: from the beginning in each, on a kernel of its own. What holds in every order is
 * checked in each; what holds in some or in none is judged when all have been.
 */
public final class Exploration {
    private final Scenario scenario;
    private final KernelSource kernels;
    private final boolean goesOn;
    private final Map<String, Data> beliefs;

    private final BrokenOrders broken = new BrokenOrders();
    private final Map<Claim, ClaimTally> claims = new LinkedHashMap<>();
    private final RepliesOverOrders replies = new RepliesOverOrders();
    private final Set<NotChecked> notChecked = new LinkedHashSet<>();
    private @Nullable ScenarioResult first;
    private long played;

    private Exploration(Scenario scenario, KernelSource kernels, boolean goesOn, Map<String, Data> beliefs) {
        this.scenario = scenario;
        this.kernels = kernels;
        this.goesOn = goesOn;
        this.beliefs = beliefs;
    }

    /**
     * Plays {@code scenario} in each of its orders. The result has the trace of the first order, and each problem
     * names the order in which it appears.
     */
    public static ScenarioResult run(Scenario scenario, KernelSource kernels) {
        return new Exploration(scenario, kernels, false, Map.of()).run();
    }

    /** The same as {@link ScenarioRunner#explore}, in each order. */
    public static ScenarioResult explore(Scenario scenario, KernelSource kernels) {
        return new Exploration(scenario, kernels, true, Map.of()).run();
    }

    /** The same as {@link ScenarioRunner#suppose}, in each order. */
    static ScenarioResult suppose(Scenario scenario, Map<String, Data> beliefs) {
        return new Exploration(scenario, KernelSource.simulated(Rules.LINUX), true, beliefs).run();
    }

    private ScenarioResult run() {
        PageSize pageSize = new PageSize(scenario.pageSize());
        try {
            if (!scenario.isConcurrent()) {
                return played(scenario, pageSize, new ArrayList<>());
            }
            Orders orders = Orders.of(scenario);
            boolean lost = false;
            while (orders.hasNext() && !lost) {
                lost = play(orders.next(), pageSize);
            }
        } catch (KernelLostException e) {
            return ScenarioResult.notPlayable(scenario, "there is no kernel: " + e.getMessage(), "play it again");
        }
        return result();
    }

    /**
     * Plays a scenario in one order.
     *
     * @param claimed the list to add the results of its claims to
     */
    private ScenarioResult played(Scenario order, PageSize pageSize, List<Claimed> claimed) {
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

    /** Plays one order; says whether the kernel was lost, so that no other can be played. */
    private boolean play(Scenario order, PageSize pageSize) {
        List<Claimed> claimedHere = new ArrayList<>();
        ScenarioResult result = played(order, pageSize, claimedHere);
        first = first == null ? result : first;
        played++;
        boolean lost = false;
        for (Problem problem : result.problems()) {
            broken.add(problem, order);
            lost |= problem instanceof Problem.KernelLost;
        }
        for (Claimed claimed : claimedHere) {
            claims.computeIfAbsent(claimed.claim(), none -> new ClaimTally(claimed))
                    .add(claimed);
            if (claimed.claim().held() == Claim.Held.NEVER && claimed.holds() && claimed.isKnown()) {
                broken.add(new Problem.Holds(claimed.step(), claimed.claim().span()), order);
            }
        }
        notChecked.addAll(result.notChecked());
        replies.add(result.replies());
        return lost;
    }

    private ScenarioResult result() {
        ScenarioResult one = first;
        if (one == null) {
            throw new IllegalStateException("a scenario has an order");
        }
        List<Problem> problems = broken.problems(scenario.orders());
        for (Map.Entry<Claim, ClaimTally> claim : claims.entrySet()) {
            if (claim.getKey().held() == Claim.Held.SOMETIMES) {
                claim.getValue().neverHolds(played).ifPresent(problems::add);
            }
            notChecked.addAll(claim.getValue().notChecked());
        }
        var answers = replies.replies(played, problems);
        return new ScenarioResult(
                scenario,
                ScenarioRunner.verdict(problems, one.checks()),
                one.checks(),
                problems,
                List.copyOf(notChecked),
                answers,
                one.trace());
    }
}
