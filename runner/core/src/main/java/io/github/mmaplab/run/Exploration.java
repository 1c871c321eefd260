package io.github.mmaplab.run;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.run.result.Outcomes;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Plays scenarios in all their orders. On a simulated kernel they are searched, which visits each state once; on another one
 * each order is played from the beginning.
 */
public final class Exploration {
    /** After how many states a search ends undecided, unless said otherwise. */
    public static final int MOST_STATES = 2_000_000;

    /** The most orders that are all played from the beginning. */
    private static final BigInteger MOST_REPLAYED = BigInteger.valueOf(10_000);

    private Exploration() {}

    /**
     * Plays {@code scenario} in each of its orders. The result has the trace of the first order, and each problem
     * names the order in which it appears.
     */
    public static ScenarioResult run(Scenario scenario, KernelSource kernels) {
        return run(scenario, kernels, MOST_STATES);
    }

    /**
     * The same.
     *
     * @param mostStates after more states than that the search ends undecided
     */
    public static ScenarioResult run(Scenario scenario, KernelSource kernels, long mostStates) {
        return run(scenario, kernels, false, Map.of(), mostStates);
    }

    /** The same as {@link ScenarioRunner#explore}, in each order. */
    public static ScenarioResult explore(Scenario scenario, KernelSource kernels) {
        return run(scenario, kernels, true, Map.of(), MOST_STATES);
    }

    /** The same as {@link ScenarioRunner#suppose}, in each order. */
    static ScenarioResult suppose(Scenario scenario, Map<String, Data> beliefs) {
        return run(scenario, KernelSource.simulated(Rules.LINUX), true, beliefs, MOST_STATES);
    }

    /**
     * Whether a kernel does the same in every order as one that obeys other rules, operation by operation.
     *
     * @param kernel a kernel that has just started
     */
    public static boolean isSame(Scenario scenario, SimulatedKernel kernel, Rules others) {
        return new OrderSearch(scenario, kernel.machine(), false, Map.of()).isSameWith(others);
    }

    /**
     * What can be seen on Linux at the end of a scenario, over all orders: at the places that its expectations at the end are
     * about, or else at those that it writes to.
     *
     * @param mostStates after more states than that the search ends
     */
    public static Outcomes outcomes(Scenario scenario, long mostStates) {
        SimulatedKernel kernel = SimulatedKernel.linux(new PageSize(scenario.pageSize()));
        return new OrderSearch(scenario, kernel.machine(), true, Map.of()).outcomes(mostStates);
    }

    /** For each answer that Linux gives to a question, the shortest order in which it does, in an order as it comes. */
    public static Map<Reply, Scenario> shortestOrders(Scenario scenario, Question question) {
        SimulatedKernel kernel = SimulatedKernel.linux(new PageSize(scenario.pageSize()));
        return new OrderSearch(scenario, kernel.machine(), false, Map.of()).shortestOrders(question);
    }

    /**
     * The orders of a scenario to play where each takes its time: all, or, of more than 10,000, those that tell most.
     */
    public static Iterator<Scenario> orders(Scenario scenario) {
        return scenario.orders().compareTo(MOST_REPLAYED) <= 0
                ? Orders.of(scenario)
                : TellingOrders.found(scenario).iterator();
    }

    private static ScenarioResult run(
            Scenario scenario, KernelSource kernels, boolean goesOn, Map<String, Data> beliefs, long mostStates) {
        try {
            if (!scenario.hasSeveralOutcomes()) {
                return new Replay(scenario, kernels, goesOn, beliefs).inOneOrder();
            }
            Kernel kernel = kernels.boot(new PageSize(scenario.pageSize()));
            if (kernel instanceof SimulatedKernel simulated) {
                return new OrderSearch(scenario, simulated.machine(), goesOn, beliefs).run(mostStates);
            }
            Replay replay = new Replay(scenario, beginningWith(kernel, kernels), goesOn, beliefs);
            return scenario.orders().compareTo(MOST_REPLAYED) <= 0
                    ? replay.inAllOrders()
                    : replay.in(TellingOrders.found(scenario));
        } catch (KernelLostException e) {
            return ScenarioResult.notPlayable(scenario, "there is no kernel: " + e.getMessage(), "play it again");
        }
    }

    private static KernelSource beginningWith(Kernel booted, KernelSource others) {
        Queue<Kernel> ready = new ArrayDeque<>(List.of(booted));
        return pageSize -> ready.isEmpty() ? others.boot(pageSize) : ready.remove();
    }
}
