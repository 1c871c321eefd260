package io.github.mmaplab.run;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.Signal;
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
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.OutcomeIs;
import io.github.mmaplab.scenario.model.Property;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.model.StepTrait;
import io.github.mmaplab.scenario.model.ValueKind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

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
    private final Asked asked;
    private final Map<String, Long> before = new HashMap<>();
    private Notes notes;
    private final List<Replied> replies = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    /** What the question that is being answered is put to. */
    private Kernel kernel;

    /**
     * The labels of steps that questions are about.
     *
     * @param outcomes those whose outcome is asked for or expected, so that any outcome is accepted
     * @param copies those of which it is asked whether they copy a page
     */
    record Asked(Set<String> outcomes, Set<String> copies) {
        /** Whether a label is one of them. */
        boolean knows(String label) {
            return outcomes.contains(label) || copies.contains(label);
        }

        /** What the questions of {@code scenario} are about. */
        static Asked of(Scenario scenario) {
            Set<String> outcomes = new HashSet<>();
            Set<String> copies = new HashSet<>();
            for (Question question : scenario.questions()) {
                question.outcomes().forEach(label -> outcomes.add(label.name()));
                if (question instanceof Question.Which which && which.trait() == StepTrait.COPIES_PAGE) {
                    which.steps().forEach(step -> copies.add(step.label().name()));
                }
            }
            for (Expectation row : scenario.allRows()) {
                if (row instanceof Expectation.OfStep step) {
                    outcomes.add(step.label().name());
                }
            }
            return new Asked(outcomes, copies);
        }
    }

    /**
     * What is known of labelled steps that have been played, for questions to come.
     *
     * @param outcomes their outcomes
     * @param copied whether they copied a page
     */
    record Notes(PMap<String, Outcome> outcomes, PMap<String, Boolean> copied) {
        /** Nothing has been played. */
        static final Notes NONE = new Notes(TreePMap.empty(), TreePMap.empty());
    }

    /**
     * What asks.
     *
     * @param beliefs what is taken for read from then on, by question; the kernel is a simulated one if there are any
     * @param asks which of the questions are asked
     */
    Inquiry(
            SymbolTable symbols,
            Recorder recorder,
            Observer observer,
            Asked asked,
            Map<String, Data> beliefs,
            Predicate<Question> asks,
            Notes notes) {
        this.symbols = symbols;
        this.recorder = recorder;
        this.observer = observer;
        this.asked = asked;
        this.beliefs = beliefs;
        this.asks = asks;
        this.notes = notes;
        this.kernel = recorder.kernel();
    }

    /** What is known of the steps so far. */
    Notes notes() {
        return notes;
    }

    /** Whether a question asks for the outcome of the step with this label, so that any outcome is accepted. */
    boolean asksFor(Optional<String> label) {
        return label.isPresent() && asked.outcomes().contains(label.get());
    }

    /** Records the outcome of a labelled step. */
    void note(String label, Outcome outcome) {
        notes = new Notes(notes.outcomes().plus(label, outcome), notes.copied());
    }

    /** Before a step: how many pages have been copied, if a question asks whether the step copies one. */
    void begin(Step step) {
        step.info()
                .label()
                .filter(asked.copies()::contains)
                .ifPresent(label -> copies().ifPresent(count -> {
                    before.put(label, count);
                }));
    }

    /** After the step. */
    void end(Step step) {
        step.info()
                .label()
                .filter(before::containsKey)
                .ifPresent(label -> copies().ifPresent(count -> {
                    boolean copies = count > before.getOrDefault(label, count);
                    notes = new Notes(notes.outcomes(), notes.copied().plus(label, copies));
                }));
    }

    private Optional<Long> copies() {
        return recorder.kernel().memoryUse() instanceof Answer.Known<MemoryUse> known
                ? Optional.of(known.value().copies())
                : Optional.empty();
    }

    void ask(List<Question> questions) {
        for (Question question : questions) {
            if (asks.test(question) && question.judge() != Question.Judge.READER) {
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

    /** Asks questions that may have no answer. */
    void look(List<Question> questions) {
        int before = problems.size();
        ask(questions);
        problems.subList(before, problems.size()).clear();
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
        if (location instanceof Location.InRegister register) {
            return symbols.carried(register)
                    .<Reply>map(Reply.Bytes::new)
                    .orElseGet(() -> none(
                            "nothing has been read into `" + register.written() + "`",
                            "ask after a read that succeeds",
                            register.span()));
        }
        if (location instanceof Location.InFile file) {
            if (!symbols.isFile(file.file()) || !kernel.exists(symbols.file(file.file()))) {
                return noFile(file);
            }
            Outcome outcome = perform(new ReadFile(symbols.file(file.file()), file.offset(), asked.length()));
            if (!(outcome instanceof Outcome.Done done)) {
                return none("the file cannot be read there", location.span());
            }
            return asked.ofWholeFile()
                    ? whole(file, done.data(), from -> kernel.rest(symbols.file(file.file()), from))
                    : new Reply.Bytes(done.data());
        }
        Location.InMemory memory = (Location.InMemory) location;
        Optional<Reply> ended = ended(memory);
        return ended.isPresent() ? ended.get() : content(memory, asked.length());
    }

    @Override
    public Reply onDisk(Question.OnDisk question) {
        AnswerKind.Bytes asked = question.bytes();
        Location.InFile location = (Location.InFile) asked.location();
        if (!symbols.isFile(location.file())) {
            return noFile(location);
        }
        FileId file = symbols.file(location.file());
        Answer<Data> seen = kernel.onDisk(file, location.offset(), (int) asked.length());
        if (!(seen instanceof Answer.Known<Data> begin)) {
            return new Reply.None(((Answer.Unknown<Data>) seen).why());
        }
        return asked.ofWholeFile()
                ? whole(location, begin.value(), from -> kernel.restOnDisk(file, from))
                : new Reply.Bytes(begin.value());
    }

    /**
     * All that a file holds before the zero bytes at its end.
     *
     * @param begin what is at its beginning
     * @param after what is next that is not zero
     */
    private Reply whole(Location.InFile location, Data begin, LongFunction<Answer<Optional<Rest>>> after) {
        byte[] bytes = begin.bytes();
        for (Optional<Rest> rest = known(after.apply(bytes.length));
                rest.isPresent();
                rest = known(after.apply(bytes.length))) {
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

    private static Optional<Rest> known(Answer<Optional<Rest>> rest) {
        return rest instanceof Answer.Known<Optional<Rest>> known ? known.value() : Optional.empty();
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
    public Reply raises(Question.Raises question) {
        Optional<Reply> ended = ended(question.place());
        Reply reply = ended.isPresent() ? ended.get() : content(question.place(), 1);
        return reply instanceof Reply.Bytes ? new Reply.Raised(Optional.empty()) : reply;
    }

    @Override
    public Reply samePage(Question.SamePage question) {
        List<Location.InMemory> places = List.of(question.one(), question.other());
        for (Location.InMemory location : places) {
            Optional<Reply> ended = ended(location);
            if (ended.isPresent()) {
                return ended.get();
            }
        }
        for (Location.InMemory location : places) {
            Outcome outcome = read(location, 1);
            if (!outcome.succeeded()) {
                return none("there is no page to compare: " + why(outcome), location.span());
            }
        }
        Answer<FrameId> one = frame(question.one());
        Answer<FrameId> other = frame(question.other());
        if (one instanceof Answer.Known<FrameId> here && other instanceof Answer.Known<FrameId> there) {
            return new Reply.YesNo(here.value().equals(there.value()));
        }
        Answer<FrameId> unknown = one instanceof Answer.Unknown<FrameId> ? one : other;
        return new Reply.None(((Answer.Unknown<FrameId>) unknown).why());
    }

    @Override
    public Reply pageTables(Question.PageTables question) {
        for (Location.InMemory page : question.pages()) {
            Optional<Reply> ended = ended(page);
            if (ended.isPresent()) {
                return ended.get();
            }
        }
        Set<Location.InMemory> readable = new HashSet<>();
        for (Location.InMemory page : question.pages()) {
            Outcome outcome = read(page, 1);
            if (outcome.succeeded()) {
                readable.add(page);
            } else if (!(outcome instanceof Outcome.Signalled)) {
                return none(why(outcome), page.span());
            }
        }
        Map<FrameId, Integer> numbers = new HashMap<>();
        List<Integer> frames = new ArrayList<>();
        for (Location.InMemory page : question.pages()) {
            if (!readable.contains(page)) {
                frames.add(Reply.Frames.NO_PAGE);
            } else if (frame(page) instanceof Answer.Known<FrameId> known) {
                numbers.putIfAbsent(known.value(), numbers.size() + 1);
                frames.add(numbers.getOrDefault(known.value(), Reply.Frames.NO_PAGE));
            } else {
                return new Reply.None("this kernel does not say which physical page is at `" + page.written() + "`");
            }
        }
        return new Reply.Frames(frames);
    }

    @Override
    public Reply propertyOf(Question.PropertyOf question) {
        Property property = question.property();
        PropertyChecker checker = new PropertyChecker(
                symbols,
                recorder,
                observer,
                question.of().name(),
                question.place().map(Location.class::cast));
        Span span = question.of().span();
        Optional<Problem> ended = checker.ended(property, span);
        if (ended.isPresent()) {
            return ended(ended.get(), question.of().name());
        }
        Answer<String> seen = checker.look(property);
        return seen instanceof Answer.Known<String> known
                ? reply(property.kind(), known.value(), span)
                : new Reply.None(((Answer.Unknown<String>) seen).why());
    }

    /** The answer that a value is. Words in its place say why there is none. */
    private Reply reply(ValueKind kind, String value, Span span) {
        return switch (kind) {
            case YES_NO ->
                switch (value) {
                    case "true" -> new Reply.YesNo(true);
                    case "false" -> new Reply.YesNo(false);
                    default -> none("nothing is mapped there", span);
                };
            case SIZE, COUNT ->
                !Character.isDigit(value.charAt(0))
                        ? none(
                                value.equals(FileChecker.NOT_THERE) ? "it does not exist" : "nothing is mapped there",
                                span)
                        : new Reply.Count(new BigInteger(value).longValue());
            case EXIT_CODE ->
                Character.isDigit(value.charAt(0)) ? new Reply.Count(Long.parseLong(value)) : Reply.Word.NONE;
            case PROTECTION, SHARING -> new Reply.Word(value);
            case SIGNAL ->
                new Reply.Raised(Arrays.stream(Signal.values())
                        .filter(signal -> signal.name().equals(value))
                        .findFirst());
        };
    }

    @Override
    public Reply mappingsOf(Question.MappingsOf question) {
        Named process = question.process();
        Optional<Problem> ended = observer.ended(process.name(), process.span());
        return ended.isPresent()
                ? ended(ended.get(), process.name())
                : new Reply.Count(
                        kernel.mappings(symbols.process(process.name())).size());
    }

    @Override
    public Reply outcomeOf(Question.OutcomeOf question) {
        Outcome outcome = notes.outcomes().get(question.label().name());
        return outcome != null && !(outcome instanceof Outcome.Refused)
                ? new Reply.Word(OutcomeIs.word(outcome, question.withCount()))
                : none(
                        "the step `" + question.label().name() + "` was not played",
                        question.label().span());
    }

    @Override
    public Reply which(Question.Which question) {
        List<Reply> steps = new ArrayList<>();
        for (Question.Which.Labelled step : question.steps()) {
            String label = step.label().name();
            Boolean does = switch (question.trait()) {
                case COPIES_PAGE -> notes.copied().get(label);
                case RAISES ->
                    notes.outcomes().containsKey(label)
                            ? notes.outcomes().get(label) instanceof Outcome.Signalled
                            : null;
                case FAILS ->
                    notes.outcomes().containsKey(label) ? notes.outcomes().get(label) instanceof Outcome.Failed : null;
            };
            if (does == null) {
                return question.trait() == StepTrait.COPIES_PAGE
                        ? new Reply.None("this kernel does not say how many pages it has copied")
                        : none(
                                "the step `" + label + "` was not played",
                                step.label().span());
            }
            if (does) {
                steps.add(new Reply.Count(step.number()));
            }
        }
        return new Reply.Several(steps);
    }

    /** The same on every kernel. */
    @Override
    public Reply kindFor(Question.KindFor question) {
        return new Reply.Word(question.right().word());
    }

    /** Never asked: a person reads the answer. */
    @Override
    public Reply explain(Question.Explain question) {
        throw new IllegalArgumentException("no kernel explains");
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

    private static Reply noFile(Location.InFile location) {
        return new Reply.None("there is no file " + location.file());
    }

    private Reply none(String why, Span span) {
        return none(why, "ask otherwise", span);
    }

    private Reply none(String why, String hint, Span span) {
        problems.add(new Problem.Impossible(recorder.step(), "this can't be answered: " + why, hint, span));
        return new Reply.None(why);
    }

    private Optional<Reply> ended(Location.InMemory location) {
        return observer.ended(location.process(), location.span()).map(ended -> ended(ended, location.process()));
    }

    private Reply ended(Problem ended, String process) {
        problems.add(ended);
        return new Reply.None(process + " has ended");
    }
}
