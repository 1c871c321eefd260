package io.github.mmaplab.run;

import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.ParallelKernel;
import io.github.mmaplab.kernel.Race;
import io.github.mmaplab.kernel.RaceRefusedException;
import io.github.mmaplab.kernel.call.Close;
import io.github.mmaplab.kernel.call.Dup;
import io.github.mmaplab.kernel.call.Exec;
import io.github.mmaplab.kernel.call.Kill;
import io.github.mmaplab.kernel.call.Mmap;
import io.github.mmaplab.kernel.call.OnFile;
import io.github.mmaplab.kernel.call.OnProcess;
import io.github.mmaplab.kernel.call.Open;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.SyncFolder;
import io.github.mmaplab.kernel.call.Through;
import io.github.mmaplab.kernel.call.Transfer;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.run.result.ParallelOutcome;
import io.github.mmaplab.run.result.ParallelRuns;
import io.github.mmaplab.run.result.Replied;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.Branch;
import io.github.mmaplab.scenario.model.ContentFacet;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MemoryFacet;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** A concurrent scenario whose branches run at once on a real kernel, and what the search of its orders predicts of that. */
public final class ParallelPlan {
    /** The maximum number of bytes of one access. */
    private static final long MOST_BYTES = 1 << 16;

    private final Setting setting;
    private final StepPrograms programs;
    private final List<Question> questions;
    private final Map<ParallelOutcome, Prediction> predicted;

    /**
     * That an outcome can be seen.
     *
     * @param orders in how many orders it is
     * @param shortest one of them with the fewest switches between branches
     */
    record Prediction(BigInteger orders, Scenario shortest) {}

    ParallelPlan(
            Setting setting,
            StepPrograms programs,
            List<Question> questions,
            Map<ParallelOutcome, Prediction> predicted) {
        this.setting = setting;
        this.programs = programs;
        this.questions = questions;
        this.predicted = predicted;
    }

    /** That the branches of a scenario can't run at once. */
    public static final class NotParallelException extends Exception {
        private static final long serialVersionUID = 1;

        /** The reason, a clause in lower case. */
        NotParallelException(String reason) {
            super(reason);
        }
    }

    /**
     * The plan for a scenario that is concurrent.
     *
     * @param rules the rules of the kernel that predicts
     * @param mostStates after more states than that the search ends
     * @throws NotParallelException if its branches can't run at once, or what they show can't be predicted
     */
    public static ParallelPlan of(Scenario scenario, Rules rules, long mostStates) throws NotParallelException {
        Machine machine = Machine.boot(new PageSize(scenario.pageSize()), rules);
        ParallelPlan plan = new OrderSearch(scenario, machine, true, Map.of()).parallel(mostStates);
        plan.check();
        return plan;
    }

    private Scenario scenario() {
        return setting.scenario();
    }

    /** A name for each step, by its number: the branch and the number in it, or {@code step 3}. */
    public static SortedMap<Integer, String> names(Scenario scenario) {
        SortedMap<Integer, String> names = new TreeMap<>();
        int part = 1;
        for (Step step : scenario.steps()) {
            if (step instanceof Step.Concurrently concurrently) {
                for (Branch branch : concurrently.branches()) {
                    for (int i = 1; i <= branch.steps().size(); i++) {
                        names.put(part++, branch.name().name() + " " + i);
                    }
                }
            } else {
                names.put(part, "step " + part);
                part++;
            }
        }
        return names;
    }

    // ---- what can't be done

    private void check() throws NotParallelException {
        if (scenario().hasCrash()) {
            throw new NotParallelException("a real machine cannot be crashed");
        }
        if (scenario().waits()) {
            throw new NotParallelException("a branch waits with `until`");
        }
        List<Step> steps = scenario().stepsOfBranchesAsWritten();
        if (steps.stream().anyMatch(Step.Fork.class::isInstance)
                && steps.stream().anyMatch(step -> step instanceof Step.Read read && read.carries())) {
            throw new NotParallelException("branches fork and read into registers, which a child gets copies of");
        }
        int part = 1;
        for (Step step : scenario().steps()) {
            if (step instanceof Step.Concurrently concurrently) {
                check(concurrently, part);
            }
            part += step.count();
        }
    }

    private void check(Step.Concurrently step, int first) throws NotParallelException {
        if (step.branches().size() > Race.MOST_BRANCHES) {
            throw new NotParallelException("there are more than " + Race.MOST_BRANCHES + " branches");
        }
        List<List<Integer>> branches = parts(step, first);
        for (List<Integer> branch : branches) {
            for (int part : branch) {
                for (Operation operation : operations(part)) {
                    check(part, operation, branch, branches);
                }
                for (List<Integer> other : branches) {
                    if (other != branch && other.stream().anyMatch(each -> programs.nameTheSame(part, each))) {
                        throw new NotParallelException(
                                "what a name means after the branches depends on the order: two of" + " them map it");
                    }
                }
            }
        }
    }

    private void check(int part, Operation operation, List<Integer> branch, List<List<Integer>> branches)
            throws NotParallelException {
        if (Long.compareUnsigned(AtOnce.bytes(operation), MOST_BYTES) > 0) {
            throw new NotParallelException("step " + part + " is about more than 65,536 bytes");
        }
        if (operation instanceof SyncFolder
                || (operation instanceof OnFile call && call.call().takesName() && call.call() != FileCall.UNLINK)) {
            throw new NotParallelException("step " + part + " is about the names of files");
        }
        if (operation instanceof Open
                || operation instanceof Close
                || operation instanceof Dup
                || operation instanceof Through
                || operation instanceof Transfer
                || (operation instanceof Mmap mmap
                        && mmap.file() != null
                        && mmap.file().through() != null)) {
            throw new NotParallelException("step " + part + " is about a descriptor");
        }
        if (operation instanceof Mmap mmap && mmap.hint() != 0) {
            throw new NotParallelException("step " + part + " gives an address as a hint");
        }
        if (operation instanceof OnProcess) {
            throw new NotParallelException("step " + part + " makes a call for all memory of a process");
        }
        if (operation instanceof Exec exec) {
            for (List<Integer> other : branches) {
                if (other != branch && concerns(other, exec.process())) {
                    throw new NotParallelException(
                            "step " + part
                                    + " replaces the program of a process in which another branch may be in the middle of a step");
                }
            }
        }
    }

    private boolean concerns(List<Integer> parts, ProcessId process) throws NotParallelException {
        for (int part : parts) {
            for (Operation operation : operations(part)) {
                // a process is killed from outside, whatever it does
                if (!(operation instanceof Kill) && operation.subject().equals(Optional.of(process))) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Operation> operations(int part) throws NotParallelException {
        return programs.operations(part)
                .orElseThrow(() -> new NotParallelException("what step " + part
                        + " does depends on the order: where it is applied, to how many bytes, or what it stores"));
    }

    /** The numbers of the steps of each branch. */
    private static List<List<Integer>> parts(Step.Concurrently step, int first) {
        List<List<Integer>> branches = new ArrayList<>();
        int part = first;
        for (Branch branch : step.branches()) {
            List<Integer> parts = new ArrayList<>();
            for (int i = 0; i < branch.steps().size(); i++) {
                parts.add(part++);
            }
            branches.add(parts);
        }
        return branches;
    }

    /** What runs do not look at. */
    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (EndPlaces.of(scenario()).stream().anyMatch(Question.OnDisk.class::isInstance)) {
            notes.add("what is on the disk is not looked at: the kernel of this machine does not say it");
        }
        for (Step step : scenario().stepsOfBranchesAsWritten()) {
            if (step instanceof Step.Expect expect && !expect.rows().stream().allMatch(ParallelPlan::isRead)) {
                notes.add("of the expectation at line " + step.info().span().line()
                        + ", only what it reads in memory is looked at: the rest can't be seen while the branches run");
            }
        }
        return notes;
    }

    private static boolean isRead(Expectation row) {
        return row instanceof Expectation.OfMemory memory
                && memory.facets().stream()
                        .allMatch(facet -> facet instanceof MemoryFacet.Raises || facet instanceof ContentFacet);
    }

    // ---- runs

    /**
     * Runs the scenario again and again.
     *
     * @param kernels gives a kernel that has just started, by the number of the run
     * @param seed decides how long branches pause
     * @throws NotParallelException if the machine can't play it
     */
    public ParallelRuns run(LongFunction<ParallelKernel> kernels, int runs, long seed) throws NotParallelException {
        Map<ParallelOutcome, Integer> counts = new LinkedHashMap<>();
        for (int run = 0; run < runs; run++) {
            counts.merge(outcome(kernels.apply(run), seed + run), 1, Integer::sum);
        }
        List<ParallelRuns.Row> rows = new ArrayList<>();
        counts.forEach((outcome, count) -> rows.add(row(outcome, count)));
        predicted.forEach((outcome, prediction) -> {
            if (!counts.containsKey(outcome)) {
                rows.add(row(outcome, 0));
            }
        });
        rows.sort(Comparator.comparing(ParallelRuns.Row::runs)
                .thenComparing(ParallelRuns.Row::orders)
                .reversed());
        List<String> places =
                questions.stream().map(question -> question.info().name()).toList();
        return new ParallelRuns(scenario(), places, rows, runs, notes());
    }

    private ParallelRuns.Row row(ParallelOutcome outcome, int count) {
        Prediction prediction = predicted.get(outcome);
        return prediction == null
                ? new ParallelRuns.Row(outcome, count, BigInteger.ZERO, Optional.empty())
                : new ParallelRuns.Row(outcome, count, prediction.orders(), Optional.of(prediction.shortest()));
    }

    private ParallelOutcome outcome(ParallelKernel kernel, long seed) throws NotParallelException {
        Recorder recorder = new Recorder(kernel);
        Stage stage = new Stage(setting, recorder);
        SortedMap<Integer, String> outcomes = new TreeMap<>();
        if (!stage.setScene()) {
            throw new NotParallelException("its beginning can't be played on this machine");
        }
        int part = 1;
        for (Step step : scenario().steps()) {
            if (step instanceof Step.Concurrently concurrently) {
                stage = race(concurrently, part, kernel, seed, stage, recorder, outcomes);
            } else {
                int performed = recorder.performed().size();
                stage.play(step, part);
                StepPrograms.Performed each = StepPrograms.Performed.of(
                        step,
                        recorder.performed()
                                .subList(performed, recorder.performed().size()));
                for (Outcome outcome : each.outcomes()) {
                    if (outcome instanceof Outcome.Refused refused) {
                        throw new NotParallelException(refused.sentence());
                    }
                }
                outcomes.put(part, StepOutcomes.words(each.operations(), each.outcomes()));
            }
            part += step.count();
        }
        int before = stage.replies().size();
        stage.observeEnd(part, questions);
        List<Replied> replies = stage.replies();
        List<Reply> seen = replies.subList(before, replies.size()).stream()
                .map(Replied::reply)
                .toList();
        return new ParallelOutcome(seen, outcomes);
    }

    private Stage race(
            Step.Concurrently step,
            int first,
            ParallelKernel kernel,
            long seed,
            Stage stage,
            Recorder recorder,
            Map<Integer, String> words)
            throws NotParallelException {
        List<List<Integer>> branches = parts(step, first);
        List<List<Race.Step>> steps = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            List<Race.Step> branch = new ArrayList<>();
            for (int j = 0; j < branches.get(i).size(); j++) {
                List<Operation> operations = operations(branches.get(i).get(j));
                boolean alone = !AtOnce.is(operations, kernel.pageSize(), kernel::size);
                branch.add(new Race.Step(
                        operations, alone, programs.goesOn(branches.get(i).get(j))));
            }
            steps.add(branch);
        }
        List<List<List<Outcome>>> outcomes = outcomes(kernel, new Race(steps, seed));
        List<Integer> played = new ArrayList<>();
        Registers registers = Registers.NONE;
        Inquiry.Notes notes = stage.after().notes();
        for (int i = 0; i < branches.size(); i++) {
            for (int j = 0; j < branches.get(i).size(); j++) {
                int part = branches.get(i).get(j);
                words.put(
                        part,
                        StepOutcomes.words(
                                steps.get(i).get(j).operations(),
                                outcomes.get(i).get(j)));
                played.add(part);
                Step each = step.branches().get(i).steps().get(j);
                registers = read(each, outcomes.get(i).get(j), registers);
                notes = noted(each, outcomes.get(i).get(j), notes);
            }
        }
        return new Stage(setting, recorder, programs.after(stage.after(), played, registers, notes));
    }

    /** The notes, with the outcome of a step that is looked at. */
    private Inquiry.Notes noted(Step step, List<Outcome> outcomes, Inquiry.Notes notes) {
        Optional<String> label = step.info().label().filter(setting.asked()::knows);
        return label.isEmpty() || outcomes.isEmpty()
                ? notes
                : new Inquiry.Notes(
                        notes.outcomes().plus(label.get(), outcomes.get(outcomes.size() - 1)), notes.copied());
    }

    /** The registers, with what a step has read into them. */
    private static Registers read(Step step, List<Outcome> outcomes, Registers before) {
        Registers registers = before;
        if (step instanceof Step.Read read) {
            for (int i = 0; i < outcomes.size(); i++) {
                Optional<Location.InRegister> into = read.targets().get(i).into();
                if (into.isPresent() && outcomes.get(i) instanceof Outcome.Done done) {
                    registers = registers.with(into.get().process(), into.get().register(), done.data());
                }
            }
        }
        return registers;
    }

    private static List<List<List<Outcome>>> outcomes(ParallelKernel kernel, Race race) throws NotParallelException {
        try {
            return kernel.race(race);
        } catch (RaceRefusedException e) {
            throw new NotParallelException(String.valueOf(e.getMessage()));
        }
    }
}
