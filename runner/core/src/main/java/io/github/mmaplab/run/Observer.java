package io.github.mmaplab.run;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.run.result.Expected;
import io.github.mmaplab.run.result.Looked;
import io.github.mmaplab.run.result.NotChecked;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Seen;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.model.Claim;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.Facet;
import io.github.mmaplab.scenario.model.FileFacet;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MemoryFacet;
import io.github.mmaplab.scenario.model.OutcomeIs;
import io.github.mmaplab.scenario.model.ProcessFacet;
import io.github.mmaplab.scenario.model.PropertyIs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Holds tables of expectations against what the kernel shows, and collects what differs. The rows of a table are looked
 * at in the order written; within a row, facets that touch no memory come first.
 */
final class Observer implements Expectation.Visitor<Boolean> {

    private final SymbolTable symbols;
    private final Recorder recorder;
    /** The outcome of a labelled step that has been played. */
    private final Function<String, Optional<Outcome>> outcomes;

    private final List<Problem> problems = new ArrayList<>();
    private final List<NotChecked> notChecked = new ArrayList<>();
    private final List<Claimed> claimed = new ArrayList<>(0);
    private Optional<Location> place = Optional.empty();
    private int checks;

    /**
     * What observes.
     *
     * @param outcomes gives the outcome of a labelled step that has been played
     */
    Observer(SymbolTable symbols, Recorder recorder, Function<String, Optional<Outcome>> outcomes) {
        this.symbols = symbols;
        this.recorder = recorder;
        this.outcomes = outcomes;
    }

    /** Looks at every row, and tries every claim. */
    void observe(List<Expectation> rows, List<Claim> claims) {
        for (Expectation row : rows) {
            row.accept(this);
        }
        for (Claim claim : claims) {
            claimed.add(attempt(claim));
        }
    }

    /** Whether a claim holds in this order: what does not is no problem, unless it can't be played at all. */
    private Claimed attempt(Claim claim) {
        Observer observer = new Observer(symbols, recorder, outcomes);
        observer.observe(claim.rows(), List.of());
        checks += observer.checks;
        List<Problem> differing = new ArrayList<>();
        for (Problem problem : observer.problems) {
            (problem instanceof Problem.NotPlayable ? problems : differing).add(problem);
        }
        return new Claimed(claim, recorder.step(), differing, observer.notChecked);
    }

    /** Whether rows hold; what does not is no problem. */
    boolean holds(List<Expectation> rows) {
        Observer observer = new Observer(symbols, recorder, outcomes);
        observer.observe(rows, List.of());
        return observer.problems.isEmpty();
    }

    /** The results of the claims, in the order met. */
    List<Claimed> claimed() {
        return claimed;
    }

    List<Problem> problems() {
        return problems;
    }

    List<NotChecked> notChecked() {
        return notChecked;
    }

    /** How many facets have been looked at. */
    int checks() {
        return checks;
    }

    /** The problem that a process has ended, if it has. */
    Optional<Problem> ended(String process, Span span) {
        ProcessId id = symbols.process(process);
        ProcessStatus status = recorder.kernel().status(id);
        if (status.alive()) {
            return Optional.empty();
        }
        int endedAt = 0;
        for (Trace.Performed performed : recorder.performed()) {
            for (Event event : performed.events()) {
                if (event instanceof Event.ProcessEnded end && end.process().equals(id)) {
                    endedAt = performed.step();
                }
            }
        }
        return Optional.of(new Problem.Ended(recorder.step(), process, Words.status(status), endedAt, span));
    }

    /** Notes a facet that holds. */
    Boolean holds() {
        checks++;
        return true;
    }

    /** Notes a facet that does not hold. */
    Boolean differs(String place, Facet facet, Expected expected, Seen seen) {
        checks++;
        problems.add(new Problem.WrongSight(
                recorder.step(), place, facet.name(), expected, seen, looked(facet), facet.value()));
        return false;
    }

    private Looked looked(Facet facet) {
        return new Looked(
                place,
                facet,
                recorder.kernel() instanceof SimulatedKernel simulated
                        ? on(simulated.machine().rules())
                        : Looked.On.OTHER);
    }

    private static Looked.On on(Rules rules) {
        if (rules.equals(Rules.LINUX)) {
            return Looked.On.SIMULATED_LINUX;
        }
        for (Rule rule : Rule.values()) {
            if (!rules.hold(rule)) {
                return Looked.On.MISTAKEN;
            }
        }
        return Looked.On.OTHER;
    }

    /** Notes a facet whose expected word is, or is not, what was seen. */
    Boolean compare(String place, Facet facet, String expected, String seen) {
        return expected.equals(seen)
                ? holds()
                : differs(place, facet, new Expected.Word(expected), new Seen.Word(seen));
    }

    /** Notes a facet that the kernel cannot be asked about. */
    Boolean unknown(Facet facet, String why) {
        notChecked.add(new NotChecked(facet.key(), why));
        return true;
    }

    /** Notes that nothing more can be looked at, since the machine lacks what the scenario takes. */
    void notPossible(Span span, String why) {
        notChecked.add(new NotChecked(span, why));
    }

    /** Notes a problem of another kind. */
    Boolean fails(Problem problem) {
        checks++;
        problems.add(problem);
        return false;
    }

    @Override
    public Boolean memory(Expectation.OfMemory row) {
        place = Optional.of(row.location());
        MemoryChecker checker = new MemoryChecker(symbols, recorder, this, row.location());
        for (MemoryFacet facet : row.inOrder()) {
            facet.accept(checker);
        }
        return true;
    }

    @Override
    public Boolean file(Expectation.OfFile row) {
        place = Optional.of(row.location());
        FileChecker checker = new FileChecker(symbols, recorder, this, row.location());
        for (FileFacet facet : row.facets()) {
            facet.accept(checker);
        }
        return true;
    }

    @Override
    public Boolean register(Expectation.OfRegister row) {
        place = Optional.of(row.location());
        RegisterChecker checker = new RegisterChecker(symbols, this, row.location());
        row.facets().forEach(checker::check);
        return true;
    }

    @Override
    public Boolean step(Expectation.OfStep row) {
        place = Optional.empty();
        OutcomeIs expected = row.outcome();
        Optional<Outcome> seen = outcomes.apply(row.label().name());
        return seen.map(expected::holds).orElse(false)
                ? holds()
                : differs(
                        row.label().name(),
                        expected,
                        new Expected.Word(expected.written()),
                        new Seen.Word(seen.map(expected::words).orElse("not played")));
    }

    @Override
    public Boolean process(Expectation.OfProcess row) {
        place = Optional.empty();
        ProcessChecker checker = new ProcessChecker(symbols, recorder, this, row.process());
        for (ProcessFacet facet : row.facets()) {
            facet.accept(checker);
        }
        return true;
    }

    @Override
    public Boolean machine(Expectation.OfMachine row) {
        place = Optional.empty();
        PropertyChecker checker = new PropertyChecker(symbols, recorder, this, "memory", place);
        for (PropertyIs facet : row.facets()) {
            checker.check(facet);
        }
        return true;
    }
}
