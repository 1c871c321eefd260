package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Label;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.diagnostic.Suggestions;
import io.github.mmaplab.scenario.model.AnswerKind;
import io.github.mmaplab.scenario.model.Choices;
import io.github.mmaplab.scenario.model.CreditTo;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MemoryQuestion;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.Partial;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.QuestionInfo;
import io.github.mmaplab.scenario.syntax.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads tables of questions. Null stands for what has been reported. */
final class Questions {
    private static final String CONTENT_OF = "content-of";
    private static final String POSSIBLE = "possible";

    /** The keys that each say what is asked. */
    static final List<String> KINDS = kinds();

    /** The keys that may stand beside. */
    static final List<String> BESIDE =
            List.of("length", "points", "prompt", "hint", "choices", "partial", "accept", "credit");

    /** Of how many bytes an answer may be when nothing says how many are asked. */
    static final long LONGEST_ANSWER = 64;

    /** How long content asked for is that no {@code length} gives: {@link Lengths} finds out. */
    static final long NOT_GIVEN = -1;

    private static final String EXAMPLE = "{ what-bob-reads: bob.q }, or { both: { same-page: [alice.p, bob.q] } }";

    private final Values values;
    private final Scope scope;
    private final Locations locations;
    private final PredictedAnswers answers;
    private final Map<String, Span> names = new HashMap<>();

    Questions(Values values, Scope scope, Locations locations, Contents contents) {
        this.values = values;
        this.scope = scope;
        this.locations = locations;
        this.answers = new PredictedAnswers(values, contents);
    }

    private static List<String> kinds() {
        List<String> kinds = new ArrayList<>(List.of(CONTENT_OF, POSSIBLE, "size-of", "outcome-of"));
        for (MemoryQuestion asked : MemoryQuestion.values()) {
            kinds.add(asked.word());
        }
        return kinds;
    }

    /** The questions of a table; one that is wrong is reported and left out. */
    List<Question> table(Node node) {
        Node.Mapping map = values.shapes().mapping(node, "`ask`", EXAMPLE);
        List<Question> questions = new ArrayList<>();
        if (map != null && map.entries().isEmpty()) {
            values.problems().add(Code.NOTHING_GIVEN, map.span(), "nothing is asked here", "write " + EXAMPLE);
        }
        for (Node.Entry entry : map == null ? List.<Node.Entry>of() : nested(map)) {
            Question question = nameIsGood(entry.key()) ? question(entry) : null;
            if (question != null) {
                questions.add(question);
            }
        }
        return questions;
    }

    /** The questions, each with its keys under it. */
    private List<Node.Entry> nested(Node.Mapping map) {
        return new Nesting(values.problems())
                .under(
                        map,
                        (owner, entry) -> KINDS.contains(entry.key().text())
                                || BESIDE.contains(entry.key().text()))
                .entries();
    }

    private boolean nameIsGood(Node.Scalar name) {
        Span first = names.putIfAbsent(name.text(), name.span());
        if (first != null) {
            values.problems()
                    .add(new Diagnostic(
                            Code.NAME_TAKEN,
                            name.span(),
                            "there is a question `" + name.text() + "` already",
                            List.of(new Label(first, "the first is here")),
                            List.of("choose another name: predictions answer to it")));
        }
        return Names.QUESTION.check(values.problems(), name) && first == null;
    }

    private @Nullable Question question(Node.Entry entry) {
        if (entry.value() instanceof Node.Scalar scalar && !scalar.isAbsent()) {
            Location location = locations.any(scalar);
            return location == null
                    ? null
                    : new Question.ContentOf(plain(entry.key()), new AnswerKind.Bytes(location, NOT_GIVEN), false);
        }
        Node.Mapping map = values.shapes().mapping(entry.value(), "a question", EXAMPLE);
        if (map == null) {
            return null;
        }
        List<String> known = new ArrayList<>(KINDS);
        known.addAll(BESIDE);
        Fields fields = new Fields(values.problems(), "a question", entry.key().span(), map, known);
        Node.Entry kind = kind(fields, map);
        QuestionInfo info = info(entry.key(), fields);
        return kind == null || info == null ? null : question(kind, info, fields);
    }

    /** The one key that says what is asked. */
    private Node.@Nullable Entry kind(Fields fields, Node.Mapping map) {
        Node.Entry found = null;
        for (String kind : KINDS) {
            Node.Entry entry = fields.entry(kind);
            if (entry != null && found != null) {
                values.problems()
                        .add(
                                Code.KEYS_DISAGREE,
                                entry.key().span(),
                                "`" + entry.key().text() + "` and `"
                                        + found.key().text() + "` both say what is asked",
                                "make two questions of it");
                return null;
            }
            found = entry == null ? found : entry;
        }
        if (found == null) {
            values.problems()
                    .add(
                            Code.MISSING_KEY,
                            map.span(),
                            "nothing says what is asked",
                            "write one of: " + Suggestions.list(KINDS));
        }
        return found;
    }

    private @Nullable Question question(Node.Entry kind, QuestionInfo info, Fields fields) {
        Node value = kind.value();
        Node.Entry length = fields.entry("length");
        String key = kind.key().text();
        if (length != null && !key.equals(CONTENT_OF) && !key.equals(POSSIBLE)) {
            values.problems()
                    .add(
                            Code.KEYS_DISAGREE,
                            length.key().span(),
                            "`length` goes with `content-of` and `possible` alone",
                            "leave it out");
            return null;
        }
        return switch (key) {
            case CONTENT_OF, POSSIBLE -> content(kind, info, length);
            case "size-of" -> {
                Node.Scalar scalar = values.shapes().scalar(value, "`size-of`", "a file: data.txt");
                Named file = scalar == null ? null : locations.fileName(scalar);
                yield file == null ? null : new Question.SizeOf(info, file);
            }
            case "outcome-of" -> outcome(value, info);
            default -> {
                MemoryQuestion asked = MemoryQuestion.of(key);
                List<Location.InMemory> places = places(asked, value);
                yield places == null ? null : new Question.OfMemory(info, asked, places);
            }
        };
    }

    private @Nullable Question content(Node.Entry kind, QuestionInfo info, Node.@Nullable Entry length) {
        String key = kind.key().text();
        Node.Scalar scalar = values.shapes().scalar(kind.value(), "`" + key + "`", "a location: alice.p + 1 page");
        Location location = scalar == null ? null : locations.any(scalar);
        Long bytes = length == null ? Long.valueOf(NOT_GIVEN) : values.size(length.value(), "`length`");
        if (bytes != null && length != null && (bytes <= 0 || bytes > LONGEST_ANSWER)) {
            values.problems()
                    .add(
                            Code.INVALID_NUMBER,
                            length.value().span(),
                            "an answer has 1 to " + LONGEST_ANSWER + " bytes",
                            "ask for as many as a person can write down");
            return null;
        }
        if (key.equals(POSSIBLE) && !scope.hasParted()) {
            values.problems()
                    .add(
                            Code.ONE_ORDER,
                            kind.key().span(),
                            "nothing before this is concurrent, so that one content alone is possible",
                            "ask `content-of`, or put `concurrently` before it");
            return null;
        }
        if (location == null || bytes == null) {
            return null;
        }
        AnswerKind.Bytes asked = new AnswerKind.Bytes(length == null ? location : beginning(location), bytes);
        return new Question.ContentOf(info, asked, key.equals(POSSIBLE));
    }

    /** With a length, a file's name stands for its beginning. */
    private static Location beginning(Location location) {
        return location instanceof Location.InFile file
                ? new Location.InFile(file.file(), file.offset(), false, file.written(), file.span())
                : location;
    }

    private Location.@Nullable InMemory memory(Node value, String key) {
        Node.Scalar scalar = values.shapes().scalar(value, "`" + key + "`", "a location in memory: alice.p + 1 page");
        return scalar == null ? null : locations.memory(scalar);
    }

    /** The places that are asked about; null if they cannot be read. */
    private @Nullable List<Location.InMemory> places(MemoryQuestion asked, Node value) {
        String key = asked.word();
        if (asked.places() == 0) {
            return isMemory(value, key) ? List.of() : null;
        }
        if (asked.places() == 1) {
            Location.InMemory place = memory(value, key);
            return place == null ? null : List.of(place);
        }
        Node.Sequence list = values.shapes().sequence(value, "`" + key + "`", "two locations: [alice.p, bob.q]");
        if (list == null) {
            return null;
        }
        if (list.items().size() != asked.places()) {
            values.problems()
                    .add(
                            Code.WRONG_SHAPE,
                            list.span(),
                            "`" + key + "` compares two locations, and there are "
                                    + list.items().size(),
                            "write two: [alice.p, bob.q]");
            return null;
        }
        Location.InMemory one = memory(list.items().get(0), key);
        Location.InMemory other = memory(list.items().get(1), key);
        return one == null || other == null ? null : List.of(one, other);
    }

    private @Nullable Question outcome(Node value, QuestionInfo info) {
        Node.Scalar label = values.shapes().scalar(value, "`outcome-of`", "the label of a step before: first-write");
        if (label == null) {
            return null;
        }
        if (!scope.hasLabel(label.text())) {
            values.problems()
                    .add(
                            Code.NOT_YET,
                            label.span(),
                            "no step before this one has the label `" + label.text() + "`",
                            "give the step a name with `label: " + label.text() + "`, before it is asked about");
            return null;
        }
        return new Question.OutcomeOf(info, new Named(label.text(), label.span()));
    }

    private boolean isMemory(Node value, String key) {
        Node.Scalar scalar = values.shapes().scalar(value, "`" + key + "`", "`" + key + ": memory`");
        if (scalar != null && !scalar.text().equals(Expectations.MEMORY)) {
            values.problems()
                    .add(
                            Code.UNKNOWN_WORD,
                            scalar.span(),
                            "`" + key + "` counts those of the whole scenario",
                            "write `" + key + ": memory`");
            return false;
        }
        return scalar != null;
    }

    private static QuestionInfo plain(Node.Scalar name) {
        return new QuestionInfo(
                name.text(),
                BigDecimal.ONE,
                Optional.empty(),
                Optional.empty(),
                new Choices.Open(),
                Optional.empty(),
                List.of(),
                CreditTo.RIGHT,
                name.span());
    }

    private @Nullable QuestionInfo info(Node.Scalar name, Fields fields) {
        Node points = fields.get("points");
        Node partial = fields.get("partial");
        BigDecimal worth = points == null ? BigDecimal.ONE : Decimals.points(values, points);
        Partial part = partial == null ? null : values.word(Lexicon.PARTIALS, partial, "`partial`");
        Choices choices = choices(fields.get("choices"));
        List<PredictedAnswer> accept = accept(fields.get("accept"));
        Node credit = fields.get("credit");
        CreditTo to = credit == null ? CreditTo.RIGHT : values.word(Lexicon.CREDITS, credit, "`credit`");
        if (worth == null || choices == null || (partial != null && part == null) || accept == null || to == null) {
            return null;
        }
        return new QuestionInfo(
                name.text(),
                worth,
                text(fields, "prompt"),
                text(fields, "hint"),
                choices,
                Optional.ofNullable(part),
                accept,
                to,
                name.span());
    }

    private Optional<String> text(Fields fields, String key) {
        Node node = fields.get(key);
        return node == null ? Optional.empty() : Optional.ofNullable(values.text(node, "`" + key + "`", "a sentence"));
    }

    /** The answers that are right, too. */
    private @Nullable List<PredictedAnswer> accept(@Nullable Node node) {
        if (node == null) {
            return List.of();
        }
        Node.Sequence list =
                values.shapes().sequence(node, "`accept`", "a list of answers that are right, too: [hello, SIGBUS]");
        if (list != null && list.items().isEmpty()) {
            values.problems()
                    .add(Code.NOTHING_GIVEN, list.span(), "no answer is accepted here", "name one, or leave it out");
            return null;
        }
        return list == null ? null : list.items().stream().map(answers::answer).toList();
    }

    private @Nullable Choices choices(@Nullable Node node) {
        if (node == null) {
            return new Choices.Open();
        }
        if (node instanceof Node.Scalar scalar && scalar.text().equals("auto")) {
            return new Choices.Computed();
        }
        Node.Sequence list =
                values.shapes().sequence(node, "`choices`", "the answers offered: [hello, HELLO], or `auto`");
        if (list == null) {
            return null;
        }
        List<PredictedAnswer> offered = new ArrayList<>();
        for (Node item : list.items()) {
            offered.add(answers.answer(item));
        }
        if (offered.size() < 2) {
            values.problems()
                    .add(
                            Code.NOTHING_GIVEN,
                            list.span(),
                            "there is nothing to choose from",
                            "offer two answers or more, or `auto` for those that mistaken kernels give");
            return null;
        }
        return new Choices.Written(offered);
    }
}
