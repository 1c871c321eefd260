package io.github.mmaplab.run;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.MachineLimitException;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Recorded;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Verdict;
import io.github.mmaplab.scenario.model.Claim;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Order;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Plays scenarios: one that is concurrent, in all its orders, by {@link Exploration}. */
public final class ScenarioRunner {

    private final Scenario scenario;
    private final Stage stage;
    private boolean waited;
    private boolean stuck;

    /** A run that has yet to begin, of a scenario that is played in one order. */
    ScenarioRunner(Scenario scenario, Kernel kernel, boolean goesOn, Map<String, Data> beliefs) {
        this(scenario, kernel, goesOn, beliefs, question -> true);
    }

    /** The same, of a run in which only those of its questions are asked. */
    ScenarioRunner(
            Scenario scenario, Kernel kernel, boolean goesOn, Map<String, Data> beliefs, Predicate<Question> asks) {
        this(new Recorder(kernel), Setting.of(scenario, List.of(), goesOn, beliefs, asks));
    }

    private ScenarioRunner(Recorder recorder, Setting setting) {
        this.scenario = setting.scenario();
        if (scenario.hasSeveralOutcomes()) {
            throw new IllegalArgumentException("one kernel can't play several orders");
        }
        this.stage = new Stage(setting, recorder);
    }

    /** Plays {@code scenario} on the simulated kernel. */
    public static ScenarioResult run(Scenario scenario) {
        if (scenario.hasSeveralOutcomes()) {
            return Exploration.run(scenario, KernelSource.simulated(Rules.LINUX));
        }
        return run(scenario, SimulatedKernel.linux(new PageSize(scenario.pageSize())));
    }

    /**
     * Plays {@code scenario}, which is not concurrent, on {@code kernel}, which has just started and has the scenario's
     * page size. If it is one order of a concurrent scenario, tables that never hold must not hold in it, and those that
     * sometimes do may or may not.
     */
    public static ScenarioResult run(Scenario scenario, Kernel kernel) {
        return new ScenarioRunner(scenario, kernel, false, Map.of()).alone();
    }

    /**
     * Of the tables of a scenario that hold in some orders or in none, those that hold in one order, on the simulated kernel.
     *
     * @param order the scenario in that order
     */
    public static Set<Claim> holding(Scenario order) {
        SimulatedKernel kernel = SimulatedKernel.linux(new PageSize(order.pageSize()));
        ScenarioRunner runner = new ScenarioRunner(order, kernel, false, Map.of());
        runner.run();
        Set<Claim> holding = new LinkedHashSet<>();
        for (Claimed claimed : runner.claimed()) {
            if (claimed.isKnown() && claimed.holds()) {
                holding.add(claimed.claim());
            }
        }
        return holding;
    }

    /**
     * Plays {@code scenario} as {@link #run(Scenario, Kernel)} does, but goes on after a step whose outcome is not what
     * the scenario says, to show the outcome of each step.
     */
    public static ScenarioResult explore(Scenario scenario, Kernel kernel) {
        return new ScenarioRunner(scenario, kernel, true, Map.of()).run();
    }

    /**
     * Plays an exercise on the simulated kernel as a student goes on who believes that a place has other bytes.
     *
     * @param beliefs the bytes, by the question about the place: from that moment on they are there
     */
    public static ScenarioResult suppose(Scenario scenario, Map<String, Data> beliefs) {
        if (scenario.hasSeveralOutcomes()) {
            return Exploration.suppose(scenario, beliefs);
        }
        SimulatedKernel kernel = SimulatedKernel.linux(new PageSize(scenario.pageSize()));
        return new ScenarioRunner(scenario, kernel, true, beliefs).run();
    }

    /**
     * Plays the first {@code steps} steps of {@code scenario} on the simulated kernel as {@link #explore} does, nothing after
     * them, and keeps the machines: for looking at a moment in the middle. Mappings lie where they lie when all of it is
     * played, unless something near is looked at that would reach a neighbour.
     */
    public static Recorded record(Scenario scenario, int steps, List<Location.InMemory> near) {
        return record(scenario, near, runner -> runner.run(steps, false));
    }

    /** Plays {@code scenario} on the simulated kernel as {@link #explore} does, and keeps the machines. */
    public static Recorded record(Scenario scenario) {
        return record(scenario, List.of(), ScenarioRunner::alone);
    }

    private static Recorded record(
            Scenario scenario, List<Location.InMemory> near, Function<ScenarioRunner, ScenarioResult> play) {
        Recorder recorder = Recorder.keepingMachines(SimulatedKernel.linux(new PageSize(scenario.pageSize())));
        ScenarioResult result =
                play.apply(new ScenarioRunner(recorder, Setting.of(scenario, near, true, Map.of(), question -> true)));
        return new Recorded(result, recorder.machines());
    }

    /** Plays it all. */
    ScenarioResult run() {
        return run(scenario.steps().size(), true);
    }

    /** Plays it all, as the only order: a table that never holds must not hold in it. */
    ScenarioResult alone() {
        return OverOrders.alone(run(), claimed());
    }

    private ScenarioResult run(int steps, boolean observesTheEnd) {
        try {
            if (stage.setScene() && playSteps(steps) && observesTheEnd) {
                stage.observeEnd(scenario.steps().size() + 1);
            }
        } catch (MachineLimitException missing) {
            stage.notPossible(String.valueOf(missing.getMessage()));
        } catch (KernelLostException lost) {
            stage.lost(String.valueOf(lost.getMessage()));
        }
        List<Problem> problems = stage.problems();
        int checks = stage.checks();
        return new ScenarioResult(
                scenario,
                verdict(problems, checks),
                checks,
                problems,
                stage.notChecked(),
                stage.replies(),
                stage.trace());
    }

    private boolean playSteps(int steps) {
        int number = 1;
        for (Step step : scenario.steps().subList(0, steps)) {
            if (!stage.play(step, number++)) {
                waited = stage.waits();
                stuck = waited && isStuck(number - 1);
                return false;
            }
        }
        return true;
    }

    /** A step could not be played, because its branch waits: whether no other branch can go on either, which is noted. */
    private boolean isStuck(int step) {
        List<Problem.Waiting> waiting = new ArrayList<>();
        Map<String, Order.Turn> next = new LinkedHashMap<>();
        List<Order.Turn> turns = scenario.turns();
        int group = turns.stream()
                .filter(turn -> turn.step() == step)
                .findFirst()
                .map(Order.Turn::group)
                .orElse(0);
        turns.stream()
                .filter(turn -> turn.group() == group && turn.step() >= step)
                .sorted(Comparator.comparingInt(Order.Turn::written))
                .forEach(turn -> next.putIfAbsent(turn.branch(), turn));
        for (Order.Turn turn : next.values()) {
            Step played = scenario.steps().get(turn.step() - 1);
            if (!(played instanceof Step.Until) || !stage.waits(played)) {
                return false;
            }
            waiting.add(new Problem.Waiting(
                    turn.branch(), turn.number(), played.info().span()));
        }
        stage.stuck(new Problem.Stuck(step, waiting, waiting.get(0).span()));
        return true;
    }

    /** How many steps of branches it takes to tell this run from those of other orders: none differs that begins so. */
    int turns() {
        int last = stuck ? stage.step() - 1 : stage.step();
        return (int)
                scenario.turns().stream().filter(turn -> turn.step() <= last).count();
    }

    /** Whether the order was found to be none, because a branch waits in it while another one can go on. */
    boolean isNoOrder() {
        return waited && !stuck;
    }

    /** The results of the claims: what holds in some order or in none. */
    List<Claimed> claimed() {
        return stage.claimed();
    }

    static Verdict verdict(List<Problem> problems, int checks) {
        for (Problem problem : problems) {
            if (problem.isNotPlayable()) {
                return Verdict.ERROR;
            }
        }
        return problems.isEmpty() && checks > 0 ? Verdict.PASSED : Verdict.FAILED;
    }
}
