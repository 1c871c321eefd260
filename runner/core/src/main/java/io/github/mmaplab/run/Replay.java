package io.github.mmaplab.run;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.run.result.NotChecked;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.model.Order;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.text.Numerals;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntConsumer;
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
        List<Claimed> claimed = new ArrayList<>();
        return OverOrders.alone(played(scenario, claimed).result(), claimed);
    }

    /** The result over all orders. */
    ScenarioResult inAllOrders() {
        Orders arrangements = Orders.arrangements(scenario);
        return in(arrangements, scenario.orders(), scenario.waits() ? arrangements::skip : turns -> {});
    }

    /** The result over some orders, which are not all. */
    ScenarioResult in(List<Scenario> orders) {
        ScenarioResult result = in(orders.iterator(), BigInteger.valueOf(orders.size()), turns -> {});
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

    /**
     * The result over orders.
     *
     * @param skip leaves out the orders that begin as the last one does
     */
    private ScenarioResult in(Iterator<Scenario> orders, BigInteger count, IntConsumer skip) {
        OverOrders results = new OverOrders(scenario);
        Outcomes outcomes = new Outcomes(count);
        @Nullable ScenarioResult first = null;
        boolean lost = false;
        Disks disks = new Disks(orders);
        while (disks.hasNext() && !lost) {
            List<Claimed> claimed = new ArrayList<>();
            Played played = played(disks.next(), claimed);
            ScenarioResult result = played.result();
            Scenario order = disks.played(result.trace());
            skip.accept(played.turns());
            if (played.isNoOrder()) {
                continue;
            }
            first = first == null ? result : first;
            outcomes.add(order);
            List<Problem> problems = new ArrayList<>(result.problems());
            problems.removeIf(problem -> !Outcomes.isNewAt(order, problem.step()));
            for (Claimed each : claimed) {
                if (!Outcomes.isNewAt(order, each.step())) {
                    continue;
                }
                results.claim(each, order, BigInteger.ONE);
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
            results.replies(
                    result.replies().stream()
                            .filter(replied -> Outcomes.isNewAt(order, replied.step()))
                            .toList(),
                    BigInteger.ONE);
        }
        if (first == null) {
            throw new IllegalStateException("a scenario has an order");
        }
        return results.together(first, outcomes::upTo);
    }

    /** Counts outcomes: an order as often as crashes leave different disks in it. */
    private static final class Outcomes {
        private final BigInteger orders;
        /** For each step at which the power fails, how many outcomes are the same until then as an earlier one. */
        private final Map<Integer, Long> repeated = new TreeMap<>();

        private long all;

        Outcomes(BigInteger orders) {
            this.orders = orders;
        }

        void add(Scenario order) {
            all++;
            for (Order.Crash crash : order.crashes()) {
                if (!isNewAt(order, crash.step() - 1)) {
                    repeated.merge(crash.step(), 1L, Long::sum);
                }
            }
        }

        /** Whether the order was not played before with the same disks up to a step. */
        static boolean isNewAt(Scenario order, int step) {
            return order.crashes().stream().noneMatch(crash -> crash.step() > step && crash.disk() > 0);
        }

        /** How many outcomes there are of all that happens up to a step. */
        BigInteger upTo(int step) {
            for (Map.Entry<Integer, Long> crash : repeated.entrySet()) {
                if (crash.getKey() > step) {
                    return BigInteger.valueOf(all - crash.getValue());
                }
            }
            return all == 0 ? orders : BigInteger.valueOf(all);
        }
    }

    /** Each order as often as crashes leave different disks in it; the last crash changes fastest. */
    private static final class Disks {
        private final Iterator<Scenario> orders;
        private @Nullable Scenario next;

        Disks(Iterator<Scenario> orders) {
            this.orders = orders;
        }

        boolean hasNext() {
            return next != null || orders.hasNext();
        }

        Scenario next() {
            Scenario order = next == null ? orders.next() : next;
            next = order;
            return order;
        }

        /** The order that was played, in words; finds out which is next. */
        Scenario played(Trace trace) {
            Scenario order = Objects.requireNonNull(next, "an order was played");
            List<Integer> disks = new ArrayList<>();
            order.crashes().forEach(crash -> disks.add(crash.disk()));
            List<Integer> counts = LeftWords.disks(trace);
            int at = counts.size() - 1;
            while (at >= 0 && disks.get(at) + 1 >= counts.get(at)) {
                at--;
            }
            if (at < 0) {
                next = null;
            } else {
                List<Integer> following = new ArrayList<>(disks.subList(0, at));
                following.add(disks.get(at) + 1);
                next = Orders.leaving(order, following);
            }
            return LeftWords.named(order, trace);
        }
    }

    /**
     * An order that has been played.
     *
     * @param turns how many of its steps are enough to tell it from all other orders
     * @param isNoOrder whether a branch waits in it while another one can go on
     */
    private record Played(ScenarioResult result, int turns, boolean isNoOrder) {}

    /**
     * Plays a scenario in one order.
     *
     * @param claimed the list to add the results of its claims to
     */
    private Played played(Scenario order, List<Claimed> claimed) {
        Kernel kernel = kernels.boot(pageSize);
        boolean copied = kernel.copy().isPresent();
        ScenarioRunner runner =
                new ScenarioRunner(order, kernel, goesOn, beliefs, question -> copied || !OneByOne.touches(question));
        ScenarioResult result = runner.run();
        claimed.addAll(runner.claimed());
        if (!copied && !runner.isNoOrder()) {
            result = OneByOne.complete(
                    result, asks -> new ScenarioRunner(order, kernels.boot(pageSize), goesOn, beliefs, asks).run());
        }
        return new Played(result, runner.turns(), runner.isNoOrder());
    }
}
