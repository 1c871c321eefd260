package io.github.mmaplab.run;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.kernel.call.Create;
import io.github.mmaplab.kernel.call.KeepHistory;
import io.github.mmaplab.kernel.call.Spawn;
import io.github.mmaplab.run.result.NotChecked;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Replied;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.model.ExpectedOutcome;
import io.github.mmaplab.scenario.model.FileMode;
import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.model.NewMapping;
import io.github.mmaplab.scenario.model.ProcessSpec;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.model.StepInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Plays the parts of a scenario, the beginning, steps and the end, and collects what is seen. */
final class Stage {
    private final Setting setting;
    private final Scenario scenario;
    private final SymbolTable symbols;
    private final Recorder recorder;
    private final AddressPlan plan;
    private final Observer observer;
    private final Inquiry inquiry;
    private final StepPlayer player;
    private final List<Problem> problems = new ArrayList<>();
    private int outcomes;

    /**
     * What a part finds besides the kernel.
     *
     * @param names what names mean
     * @param next where the next mapping goes that the scenario does not place
     * @param notes what is known of steps, for questions
     */
    record Before(SymbolTable.Names names, long next, Inquiry.Notes notes) {}

    /** A stage on which nothing has been played. */
    Stage(Setting setting, Recorder recorder) {
        this(setting, recorder, beginning(setting));
    }

    /** A stage on which all that has been played that makes {@code before} and the state of the kernel. */
    Stage(Setting setting, Recorder recorder, Before before) {
        this.setting = setting;
        this.scenario = setting.scenario();
        this.recorder = recorder;
        this.symbols = new SymbolTable(setting.numbers(), setting.files(), before.names());
        this.observer = new Observer(symbols, recorder, this::outcomeOf);
        this.plan = setting.plan().from(before.next());
        this.inquiry = new Inquiry(
                symbols, recorder, observer, setting.asked(), setting.beliefs(), setting.asks(), before.notes());
        this.player = new StepPlayer(symbols, recorder, plan, observer, inquiry);
    }

    private Optional<Outcome> outcomeOf(String label) {
        return Optional.ofNullable(inquiry.notes().outcomes().get(label));
    }

    /** What there is before anything is played. */
    static Before beginning(Setting setting) {
        return new Before(SymbolTable.Names.NONE, setting.plan().next(), Inquiry.Notes.NONE);
    }

    /** What the part after this finds. */
    Before after() {
        return new Before(symbols.names(), plan.next(), inquiry.notes());
    }

    /** Makes the files, processes and mappings of the beginning; says whether the scenario goes on. */
    boolean setScene() {
        if (scenario.hasCrash()) {
            recorder.perform(new KeepHistory(scenario.crash()));
        }
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

    /**
     * Plays a step; says whether the scenario goes on.
     *
     * @param number which step it is, from 1
     */
    boolean play(Step step, int number) {
        recorder.begin(number);
        inquiry.begin(step);
        Optional<Problem> problem = step.accept(player);
        inquiry.end(step);
        if (step.info().outcome().stated().isPresent()) {
            outcomes++;
        }
        if (player.waits()) {
            return false;
        }
        if (problem.isPresent()) {
            problems.add(problem.get());
            return canGoOn(problem.get()) || (setting.goesOn() && isEndOfTheEnded(step, problem.get()));
        }
        return true;
    }

    /** The step that is under way; one more than there are, at the end. */
    int step() {
        return recorder.step();
    }

    /** Whether the last step could not be played, because its branch waits. */
    boolean waits() {
        return player.waits();
    }

    /** Whether the branch of a step waits at this point. */
    boolean waits(Step step) {
        step.accept(player);
        return player.waits();
    }

    /** Notes that no branch can go on. */
    void stuck(Problem.Stuck problem) {
        problems.add(problem);
    }

    private boolean canGoOn(Problem problem) {
        return setting.goesOn() && problem instanceof Problem.WrongOutcome;
    }

    /** Whether a step ends a process that has ended already, as on a kernel that ends more than Linux: that changes nothing. */
    private static boolean isEndOfTheEnded(Step step, Problem problem) {
        return problem instanceof Problem.Ended && (step instanceof Step.Exit || step instanceof Step.Kill);
    }

    /**
     * Looks at what is expected at the end.
     *
     * @param number the number of the last step, and one more
     */
    void observeEnd(int number) {
        observeEnd(number, List.of());
    }

    /** The same, after some questions. */
    void observeEnd(int number, List<Question> questions) {
        recorder.begin(number);
        inquiry.look(questions);
        observer.observe(scenario.expect(), scenario.claims());
    }

    /** What was not as expected, in the order of the steps: of one step, first what was observed and asked, then its outcome. */
    List<Problem> problems() {
        List<Problem> all = new ArrayList<>(observer.problems());
        all.addAll(inquiry.problems());
        all.addAll(problems);
        all.sort(Comparator.comparingInt(Problem::step));
        return all;
    }

    /** The results of the claims, which no order alone can judge. */
    List<Claimed> claimed() {
        return observer.claimed();
    }

    /** What the kernel could not be asked about. */
    List<NotChecked> notChecked() {
        return observer.notChecked();
    }

    /** The answers to the questions asked. */
    List<Replied> replies() {
        return inquiry.replies();
    }

    /** How many expectations, outcomes and answers were looked at. */
    int checks() {
        return observer.checks() + outcomes + inquiry.replies().size();
    }

    /** Notes that nothing more can be looked at, since the machine lacks what the scenario takes. */
    void notPossible(String why) {
        observer.notPossible(here(), why);
    }

    /** Notes that the kernel was lost. */
    void lost(String why) {
        problems.add(new Problem.KernelLost(recorder.step(), why, here()));
    }

    /** The step that is under way, or the scenario. */
    private Span here() {
        int step = recorder.step();
        return step < 1 || step > scenario.steps().size()
                ? scenario.span()
                : scenario.steps().get(step - 1).info().span();
    }

    /** All that was done. */
    Trace trace() {
        return new Trace(recorder.performed(), symbols.processNames(), symbols.fileNames(), symbols.places());
    }
}
