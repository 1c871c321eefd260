package io.github.mmaplab.run;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.kernel.Answer;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.MemoryUse;
import io.github.mmaplab.kernel.Rest;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.ReadFile;
import io.github.mmaplab.kernel.call.WriteFile;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Replied;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.AnswerKind;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Puts questions to the kernel, one at a time, and records its answers. Each question goes to a copy of the kernel,
 * which is then thrown away, so that no other question and no later step sees what the question touches. A kernel that
 * cannot be copied is asked itself; {@link OneByOne} plays on it so that this makes no difference either.
 */
final class Inquiry implements Question.Visitor<Reply> {

    private final SymbolTable symbols;
    private final Recorder recorder;
    private final Observer observer;
    private final Map<String, Data> beliefs;
    private final Predicate<Question> asks;
    private final Set<String> asked = new HashSet<>();
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private final List<Replied> replies = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    /** What the question that is being answered is put to. */
    private Kernel kernel;

    /**
     * The questions of {@code scenario}.
     *
     * @param beliefs what is taken for read from then on, by question; the kernel is a simulated one if there are any
     * @param asks which of the questions are asked
     */
    Inquiry(
            SymbolTable symbols,
            Recorder recorder,
            Observer observer,
            Scenario scenario,
            Map<String, Data> beliefs,
            Predicate<Question> asks) {
        this.beliefs = beliefs;
        this.asks = asks;
        this.symbols = symbols;
        this.recorder = recorder;
        this.observer = observer;
        this.kernel = recorder.kernel();
        for (Question question : scenario.questions()) {
            if (question instanceof Question.OutcomeOf outcome) {
                asked.add(outcome.label().name());
            }
        }
    }

    /** Whether a question asks for the outcome of the step with this label, so that any outcome is accepted. */
    boolean asksFor(Optional<String> label) {
        return label.isPresent() && asked.contains(label.get());
    }

    /** Records the outcome of a labelled step. */
    void note(String label, Outcome outcome) {
        outcomes.put(label, outcome);
    }

    void ask(List<Question> questions) {
        for (Question question : questions) {
            if (asks.test(question)) {
                kernel = recorder.kernel().copy().orElse(recorder.kernel());
                replies.add(new Replied(question, recorder.step(), question.accept(this)));
            }
        }
        for (Question question : beliefs.isEmpty() ? List.<Question>of() : questions) {
            Data belief = beliefs.get(question.info().name());
            if (belief != null && question instanceof Question.ContentOf content) {
                suppose(content.bytes().location(), belief);
            }
        }
    }

    private void suppose(Location location, Data belief) {
        if (location instanceof Location.InFile file) {
            FileId id = symbols.file(file.file());
            long end = file.whole()
                    ? Math.min(recorder.kernel().size(id), AnswerKind.Bytes.LONGEST_WHOLE)
                    : belief.length();
            byte[] bytes = Arrays.copyOf(belief.bytes(), (int) Math.max(end, belief.length()));
            recorder.perform(new WriteFile(id, file.offset(), Data.of(bytes)));
        } else if (location instanceof Location.InMemory memory
                && recorder.kernel() instanceof SimulatedKernel simulated) {
            simulated.suppose(symbols.process(memory.process()), symbols.address(memory), belief);
        }
    }

    List<Replied> replies() {
        return replies;
    }

    /** What made an answer impossible. */
    List<Problem> problems() {
        return problems;
    }

    /** Over all orders, the content that is read in this one. */
    @Override
    public Reply contentOf(Question.ContentOf question) {
        AnswerKind.Bytes asked = question.bytes();
        Location location = asked.location();
        if (location instanceof Location.InFile file) {
            Outcome outcome = perform(new ReadFile(symbols.file(file.file()), file.offset(), asked.length()));
            if (!(outcome instanceof Outcome.Done done)) {
                return none("the file cannot be read there", location.span());
            }
            return asked.ofWholeFile() ? whole(file, done.data()) : new Reply.Bytes(done.data());
        }
        Location.InMemory memory = (Location.InMemory) location;
        Optional<Reply> ended = ended(memory);
        return ended.isPresent() ? ended.get() : content(memory, asked.length());
    }

    /** All that a file holds before the zero bytes at its end, of which {@code begin} has been read. */
    private Reply whole(Location.InFile location, Data begin) {
        FileId file = symbols.file(location.file());
        byte[] bytes = begin.bytes();
        for (Optional<Rest> rest = rest(file, bytes.length); rest.isPresent(); rest = rest(file, bytes.length)) {
            byte[] more = rest.get().data().bytes();
            long end = rest.get().offset() + more.length;
            if (rest.get().offset() >= AnswerKind.Bytes.LONGEST_WHOLE) {
                return tooLong(
                        location,
                        "`" + location.written() + "` goes on at offset "
                                + rest.get().offset() + ", further than an answer can");
            }
            bytes = Arrays.copyOf(bytes, (int) end);
            System.arraycopy(more, 0, bytes, (int) rest.get().offset(), more.length);
        }
        return wholeOf(location, bytes);
    }

    private Reply wholeOf(Location.InFile location, byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) {
            length--;
        }
        return length <= AnswerKind.Bytes.LONGEST_WHOLE
                ? new Reply.Bytes(Data.of(Arrays.copyOf(bytes, length)))
                : tooLong(
                        location,
                        "`" + location.written() + "` holds " + length + " bytes, and an answer has "
                                + AnswerKind.Bytes.LONGEST_WHOLE + " at most");
    }

    private Optional<Rest> rest(FileId file, long from) {
        return kernel.rest(file, from) instanceof Answer.Known<Optional<Rest>> known ? known.value() : Optional.empty();
    }

    private Reply content(Location.InMemory location, long length) {
        Outcome outcome = read(location, length);
        if (outcome instanceof Outcome.Done done) {
            return new Reply.Bytes(done.data());
        }
        return outcome instanceof Outcome.Signalled signalled
                ? new Reply.Raised(Optional.of(signalled.signal()))
                : none(why(outcome), location.span());
    }

    @Override
    public Reply ofMemory(Question.OfMemory question) {
        for (Location.InMemory location : question.places()) {
            Optional<Reply> ended = ended(location);
            if (ended.isPresent()) {
                return ended.get();
            }
        }
        return switch (question.asked()) {
            case RAISES -> raises(question.places().get(0));
            case MAPPED -> mapped(question.places().get(0));
            case PAGES -> use("how many pages a scenario uses", MemoryUse::pages);
            case COPIES -> use("how many pages it has copied", MemoryUse::copies);
            case SAME_PAGE -> samePage(question.places());
        };
    }

    private Reply raises(Location.InMemory location) {
        Reply reply = content(location, 1);
        return reply instanceof Reply.Bytes ? new Reply.Raised(Optional.empty()) : reply;
    }

    private Reply mapped(Location.InMemory location) {
        return new Reply.YesNo(kernel.mapping(symbols.process(location.process()), symbols.address(location))
                .isPresent());
    }

    private Reply samePage(List<Location.InMemory> places) {
        for (Location.InMemory location : places) {
            Outcome outcome = read(location, 1);
            if (!outcome.succeeded()) {
                return none("there is no page to compare: " + why(outcome), location.span());
            }
        }
        Answer<FrameId> one = frame(places.get(0));
        Answer<FrameId> other = frame(places.get(1));
        if (one instanceof Answer.Known<FrameId> here && other instanceof Answer.Known<FrameId> there) {
            return new Reply.YesNo(here.value().equals(there.value()));
        }
        Answer<FrameId> unknown = one instanceof Answer.Unknown<FrameId> ? one : other;
        return new Reply.None(((Answer.Unknown<FrameId>) unknown).why());
    }

    private Reply use(String what, ToLongFunction<MemoryUse> count) {
        return kernel.memoryUse() instanceof Answer.Known<MemoryUse> known
                ? new Reply.Count(count.applyAsLong(known.value()))
                : new Reply.None("this kernel does not say " + what);
    }

    @Override
    public Reply sizeOf(Question.SizeOf question) {
        return new Reply.Count(kernel.size(symbols.file(question.file().name())));
    }

    @Override
    public Reply outcomeOf(Question.OutcomeOf question) {
        Outcome outcome = outcomes.get(question.label().name());
        if (outcome instanceof Outcome.Failed failed) {
            return new Reply.Outcome(failed.errno().name());
        }
        if (outcome instanceof Outcome.Signalled signalled) {
            return new Reply.Outcome(signalled.signal().name());
        }
        return outcome != null && outcome.succeeded()
                ? new Reply.Outcome(Reply.Outcome.OK)
                : none(
                        "the step `" + question.label().name() + "` was not played",
                        question.label().span());
    }

    private Outcome read(Location.InMemory location, long length) {
        return perform(
                new Load(symbols.process(location.process()), symbols.address(location), length, OnSignal.HANDLE));
    }

    /** Not recorded, because it is not part of the result. */
    private Outcome perform(Operation operation) {
        return kernel.perform(operation).outcome();
    }

    private Answer<FrameId> frame(Location.InMemory location) {
        return kernel.frame(symbols.process(location.process()), symbols.address(location));
    }

    private static String why(Outcome outcome) {
        if (outcome instanceof Outcome.Signalled signalled) {
            return "reading raises " + signalled.signal() + ": " + signalled.reason();
        }
        return outcome instanceof Outcome.Refused refused ? refused.sentence() : "reading fails";
    }

    private Reply tooLong(Location.InFile location, String why) {
        return none(why, "ask for a place in it: `" + location.written() + "+0`", location.span());
    }

    private Reply none(String why, Span span) {
        return none(why, "ask otherwise", span);
    }

    private Reply none(String why, String hint, Span span) {
        problems.add(new Problem.Impossible(recorder.step(), "this can't be answered: " + why, hint, span));
        return new Reply.None(why);
    }

    private Optional<Reply> ended(Location.InMemory location) {
        Optional<Problem> ended = observer.ended(location.process(), location.span());
        if (ended.isEmpty()) {
            return Optional.empty();
        }
        problems.add(ended.get());
        return Optional.of(new Reply.None(location.process() + " has ended"));
    }
}
