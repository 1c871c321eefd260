package io.github.mmaplab.run;

import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.Answer;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.run.result.Expected;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Seen;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.ContentIs;
import io.github.mmaplab.scenario.model.Facet;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MemoryFacet;
import io.github.mmaplab.scenario.model.OneOf;
import io.github.mmaplab.scenario.model.PropertyIs;
import io.github.mmaplab.text.Numerals;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares what a process sees at one location with facets. Each method returns whether the facet holds. */
final class MemoryChecker implements MemoryFacet.Visitor<Boolean>, Comparison.Reader {

    private final SymbolTable symbols;
    private final Recorder recorder;
    private final Observer observer;
    private final Location.InMemory location;
    private final ProcessId process;
    private final long address;

    MemoryChecker(SymbolTable symbols, Recorder recorder, Observer observer, Location.InMemory location) {
        this.symbols = symbols;
        this.recorder = recorder;
        this.observer = observer;
        this.location = location;
        this.process = symbols.process(location.process());
        this.address = symbols.address(location);
    }

    @Override
    public Boolean propertyIs(PropertyIs facet) {
        return new PropertyChecker(symbols, recorder, observer, location.process(), Optional.of(location)).check(facet);
    }

    @Override
    public Boolean contentIs(ContentIs facet) {
        return content(facet, List.of(facet.content()));
    }

    @Override
    public Boolean oneOf(OneOf facet) {
        return content(facet, facet.contents());
    }

    private Boolean content(Facet facet, List<Content> choices) {
        if (refusesEnded(facet)) {
            return false;
        }
        Comparison first = null;
        for (Content choice : choices) {
            Comparison comparison = Comparison.of(choice, this);
            if (comparison.equal()) {
                return observer.holds();
            }
            first = first == null ? comparison : first;
        }
        Expected expected = Contents.expected(choices);
        if (first != null && first.seen().isPresent()) {
            Seen.Bytes bytes = first.seen().get();
            return observer.differs(location.written(), facet, expected, bytes);
        }
        return stopped(facet, expected, first == null ? null : first.stopped());
    }

    @Override
    public Boolean raises(MemoryFacet.Raises facet) {
        if (refusesEnded(facet)) {
            return false;
        }
        Outcome outcome = read(0, 1);
        String expected =
                facet.signal().isEmpty() ? "none" : facet.signal().get().name();
        if (facet.code().isPresent()) {
            expected += ", " + facet.code().get().name();
        }
        if (!(outcome instanceof Outcome.Signalled signalled)) {
            boolean none = facet.signal().isEmpty();
            return none ? observer.holds() : observer.compare(location.written(), facet, expected, "none");
        }
        boolean signal = facet.signal().isPresent()
                && facet.signal().get().name().equals(signalled.signal().name());
        boolean code = facet.code().isEmpty()
                || facet.code().get().name().equals(signalled.code().name());
        if (signal && code) {
            return observer.holds();
        }
        return stopped(facet, new Expected.Word(expected), signalled);
    }

    @Override
    public Boolean samePageAs(MemoryFacet.SamePageAs facet) {
        return page(facet, facet.other(), true);
    }

    @Override
    public Boolean notSamePageAs(MemoryFacet.NotSamePageAs facet) {
        return page(facet, facet.other(), false);
    }

    @Override
    public Boolean at(MemoryFacet.At facet) {
        long far = symbols.address(location) - symbols.address(facet.other());
        return far == 0
                ? observer.holds()
                : observer.compare(
                        location.written(),
                        facet,
                        facet.other().written(),
                        Numerals.grouped(Math.abs(far)) + " bytes " + (far > 0 ? "after" : "before") + " it");
    }

    private Boolean page(Facet facet, Location.InMemory other, boolean same) {
        Optional<Problem> ended = observer.ended(other.process(), facet.value());
        if (refusesEnded(facet) || ended.isPresent()) {
            return ended.isPresent() ? observer.fails(ended.get()) : false;
        }
        MemoryChecker there = new MemoryChecker(symbols, recorder, observer, other);
        Expected expected = new Expected.Page(other.written(), same);
        Outcome mine = read(0, 1);
        if (!mine.succeeded()) {
            return stopped(facet, expected, mine);
        }
        Outcome theirs = there.read(0, 1);
        if (!theirs.succeeded()) {
            return there.stopped(facet, expected, theirs);
        }
        Answer<FrameId> here = recorder.kernel().frame(process, address);
        Answer<FrameId> beyond = recorder.kernel().frame(there.process, there.address);
        if (here instanceof Answer.Known<FrameId> one && beyond instanceof Answer.Known<FrameId> two) {
            Seen seen = new Seen.Pages(one.value(), two.value());
            return one.value().equals(two.value()) == same
                    ? observer.holds()
                    : observer.differs(location.written(), facet, expected, seen);
        }
        Answer<FrameId> unknown = here instanceof Answer.Unknown<FrameId> ? here : beyond;
        return observer.unknown(facet, ((Answer.Unknown<FrameId>) unknown).why());
    }

    @Override
    public Outcome read(long from, int count) {
        return recorder.perform(new Load(process, address + from, count, OnSignal.HANDLE));
    }

    /** Notes that reading did not succeed. */
    private Boolean stopped(Facet facet, Expected expected, @Nullable Outcome outcome) {
        if (outcome instanceof Outcome.Signalled signalled) {
            String place = Places.of(symbols, location, signalled.address(), recorder.pageSize());
            Seen seen = new Seen.Fault(signalled.signal(), signalled.code(), place, signalled.reason());
            return observer.differs(location.written(), facet, expected, seen);
        }
        String what =
                outcome instanceof Outcome.Refused refused ? refused.sentence() : "not simulated: this observation";
        return observer.fails(new Problem.Impossible(recorder.step(), what, "expect less at once", facet.value()));
    }

    private boolean refusesEnded(Facet facet) {
        Optional<Problem> ended = observer.ended(location.process(), facet.value());
        if (ended.isPresent()) {
            observer.fails(ended.get());
        }
        return ended.isPresent();
    }
}
