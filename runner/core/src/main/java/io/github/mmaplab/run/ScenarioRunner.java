package io.github.mmaplab.run;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.MachineLimitException;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.call.Create;
import io.github.mmaplab.kernel.call.Spawn;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Recorded;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.run.result.Verdict;
import io.github.mmaplab.scenario.model.ExpectedOutcome;
import io.github.mmaplab.scenario.model.FileMode;
import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.NewMapping;
import io.github.mmaplab.scenario.model.ProcessSpec;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.model.StepInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Plays scenarios: one that is concurrent, in all its orders, by {@link Exploration}. */
public final class ScenarioRunner {

    private final Scenario scenario;
    private final SymbolTable symbols = new SymbolTable();
    private final Recorder recorder;
    private final Observer observer;
    private final Inquiry inquiry;
    private final StepPlayer player;
    private final boolean goesOn;
    private final List<Problem> problems = new ArrayList<>();
    private int outcomes;

    /** A run that has yet to begin, of a scenario that is played in one order. */
    ScenarioRunner(Scenario scenario, Kernel kernel, boolean goesOn, Map<String, Data> beliefs) {
        this(scenario, kernel, goesOn, beliefs, question -> true);
    }

    /** The same, of a run in which only those of its questions are asked. */
    ScenarioRunner(
            Scenario scenario, Kernel kernel, boolean goesOn, Map<String, Data> beliefs, Predicate<Question> asks) {
        this(scenario, new Recorder(kernel), List.of(), goesOn, beliefs, asks);
    }

    private ScenarioRunner(
            Scenario scenario,
            Recorder recorder,
            List<Location.InMemory> near,
            boolean goesOn,
            Map<String, Data> beliefs,
            Predicate<Question> asks) {
        if (scenario.isConcurrent()) {
            throw new IllegalArgumentException("one kernel can't play several orders");
        }
        this.scenario = scenario;
        this.goesOn = goesOn;
        this.recorder = recorder;
        this.observer = new Observer(symbols, recorder);
        AddressPlan plan = new AddressPlan(recorder.pageSize(), AddressSpan.of(scenario, near));
        this.inquiry = new Inquiry(symbols, recorder, observer, scenario, beliefs, asks);
        this.player = new StepPlayer(symbols, recorder, plan, observer, inquiry);
    }

    /** Plays {@code scenario} on the simulated kernel. */
    public static ScenarioResult run(Scenario scenario) {
        if (scenario.isConcurrent()) {
            return Exploration.run(scenario, KernelSource.simulated(Rules.LINUX));
        }
        return run(scenario, SimulatedKernel.linux(new PageSize(scenario.pageSize())));
    }

    /**
     * Plays {@code scenario}, which is not concurrent, on {@code kernel}, which has just started and has the scenario's
     * page size.
     */
    public static ScenarioResult run(Scenario scenario, Kernel kernel) {
        return new ScenarioRunner(scenario, kernel, false, Map.of()).run();
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
        if (scenario.isConcurrent()) {
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
        return record(scenario, List.of(), ScenarioRunner::run);
    }

    private static Recorded record(
            Scenario scenario, List<Location.InMemory> near, Function<ScenarioRunner, ScenarioResult> play) {
        Recorder recorder = Recorder.keepingMachines(SimulatedKernel.linux(new PageSize(scenario.pageSize())));
        ScenarioResult result =
                play.apply(new ScenarioRunner(scenario, recorder, near, true, Map.of(), question -> true));
        return new Recorded(result, recorder.machines());
    }

    /** Plays it all. */
    ScenarioResult run() {
        return run(scenario.steps().size(), true);
    }

    private ScenarioResult run(int steps, boolean observesTheEnd) {
        try {
            if (setScene() && playSteps(steps) && observesTheEnd) {
                recorder.begin(scenario.steps().size() + 1);
                observer.observe(scenario.expect(), scenario.claims());
            }
        } catch (MachineLimitException missing) {
            observer.notPossible(here(), String.valueOf(missing.getMessage()));
        } catch (KernelLostException lost) {
            problems.add(new Problem.KernelLost(recorder.step(), String.valueOf(lost.getMessage()), here()));
        }
        List<Problem> all = new ArrayList<>(observer.problems());
        all.addAll(inquiry.problems());
        all.addAll(problems);
        Trace trace = new Trace(recorder.performed(), symbols.processNames(), symbols.fileNames(), symbols.places());
        int checks = observer.checks() + outcomes + inquiry.replies().size();
        return new ScenarioResult(
                scenario, verdict(all, checks), checks, all, observer.notChecked(), inquiry.replies(), trace);
    }

    /** The results of the claims, which no order alone can judge. */
    List<Claimed> claimed() {
        return observer.claimed();
    }

    static Verdict verdict(List<Problem> problems, int checks) {
        for (Problem problem : problems) {
            if (problem.isNotPlayable()) {
                return Verdict.ERROR;
            }
        }
        return problems.isEmpty() && checks > 0 ? Verdict.PASSED : Verdict.FAILED;
    }

    private boolean setScene() {
        for (FileSpec file : scenario.files()) {
            if (!create(file)) {
                return false;
            }
        }
        for (ProcessSpec process : scenario.processes()) {
            if (!spawn(process)) {
                return false;
            }
        }
        for (ProcessSpec process : scenario.processes()) {
            for (NewMapping mapping : process.mappings()) {
                if (!map(mapping)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean spawn(ProcessSpec process) {
        if (recorder.perform(new Spawn(symbols.addProcess(process.name()))) instanceof Outcome.Refused refused) {
            problems.add(new Problem.Impossible(
                    0,
                    "the process " + process.name() + " can't be started: " + refused.sentence(),
                    "leave some processes out",
                    scenario.span()));
            return false;
        }
        return true;
    }

    private boolean create(FileSpec file) {
        FileId id = symbols.addFile(file.name());
        List<Create.Piece> pieces = new ArrayList<>();
        for (FileSpec.Piece piece : file.pieces()) {
            pieces.add(new Create.Piece(piece.offset(), Words.data(piece.content())));
        }
        Outcome outcome =
                recorder.perform(new Create(id, file.kind(), file.mode() == FileMode.READ_WRITE, file.size(), pieces));
        if (outcome.succeeded()) {
            return true;
        }
        String why = outcome instanceof Outcome.Failed failed
                ? failed.reason()
                : outcome instanceof Outcome.Refused refused ? refused.sentence() : "";
        problems.add(new Problem.Impossible(
                0, "the file " + file.name() + " cannot be made: " + why, "make it smaller", file.span()));
        return false;
    }

    private boolean map(NewMapping mapping) {
        StepInfo info = new StepInfo(
                "mmap", Optional.empty(), Optional.empty(), ExpectedOutcome.Success.UNSAID, mapping.span());
        OutcomeCheck check = new OutcomeCheck(info, 0, false);
        player.map(check, mapping);
        Optional<Problem> problem = check.end();
        if (problem.isPresent()) {
            problems.add(problem.get());
        }
        return problem.isEmpty() || canGoOn(problem.get());
    }

    private boolean playSteps(int steps) {
        int number = 1;
        for (Step step : scenario.steps().subList(0, steps)) {
            recorder.begin(number++);
            inquiry.begin(step);
            Optional<Problem> problem = step.accept(player);
            inquiry.end(step);
            if (!(step.info().outcome() instanceof ExpectedOutcome.Success unsaid)
                    || unsaid.span().isPresent()) {
                outcomes++;
            }
            if (problem.isPresent()) {
                problems.add(problem.get());
                if (!canGoOn(problem.get()) && !(goesOn && isEndOfTheEnded(step, problem.get()))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean canGoOn(Problem problem) {
        return goesOn && problem instanceof Problem.WrongOutcome;
    }

    /** Whether a step ends a process that has ended already, as on a kernel that ends more than Linux: that changes nothing. */
    private static boolean isEndOfTheEnded(Step step, Problem problem) {
        return problem instanceof Problem.Ended && (step instanceof Step.Exit || step instanceof Step.Kill);
    }

    /** The step that is under way, or the scenario. */
    private Span here() {
        int step = recorder.step();
        return step < 1 || step > scenario.steps().size()
                ? scenario.span()
                : scenario.steps().get(step - 1).info().span();
    }
}
