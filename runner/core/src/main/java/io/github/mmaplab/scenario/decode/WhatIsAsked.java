package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.scenario.model.AnswerKind;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MappingKind;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Property;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.QuestionInfo;
import io.github.mmaplab.scenario.model.StepTrait;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the key of a question that says what is asked, and its value. Null stands for what has been reported. */
final class WhatIsAsked {
    private static final String CONTENT_OF = "content-of";
    private static final String POSSIBLE = "possible";
    private static final String ON_DISK = "on-disk";
    private static final String OUTCOME_OF = "outcome-of";
    private static final String WHICH = "which";
    private static final String TABLES = "tables";
    private static final String PAGE_TABLES = "page-tables";
    private static final String KIND_FOR = "kind-for";
    private static final String EXPLAIN = "explain";

    /** The keys that say what is right, of which there is nothing in an explanation. */
    private static final List<String> OF_WHAT_IS_RIGHT = List.of("points", "choices", "partial", "accept", "credit");

    /** The keys that ask for bytes, and may have a length beside them. */
    private static final List<String> OF_BYTES = List.of(CONTENT_OF, POSSIBLE, ON_DISK);

    /** The keys that each say what is asked. */
    static final List<String> KINDS = kinds();

    /** Of how many bytes an answer may be when nothing says how many are asked. */
    static final long LONGEST_ANSWER = 64;

    /** How long content asked for is that no {@code length} gives: {@link Lengths} finds out. */
    static final long NOT_GIVEN = -1;

    /** The number of a step that has only a label yet: {@link Asking} finds out. */
    private static final int NOT_NUMBERED = 0;

    private final Values values;
    private final Scope scope;
    private final Locations locations;

    WhatIsAsked(Values values, Scope scope, Locations locations) {
        this.values = values;
        this.scope = scope;
        this.locations = locations;
    }

    private static List<String> kinds() {
        List<String> kinds = new ArrayList<>(OF_BYTES);
        kinds.addAll(List.of(OUTCOME_OF, WHICH, "raises", "same-page", TABLES));
        for (Property property : Property.values()) {
            kinds.add(property.questionKey());
        }
        kinds.addAll(List.of("maps", KIND_FOR, EXPLAIN));
        return kinds;
    }

    /**
     * The question.
     *
     * @param kind one of {@link #KINDS}
     * @param fields all keys of the question
     */
    @Nullable
    Question question(Node.Entry kind, QuestionInfo info, Fields fields) {
        Node value = kind.value();
        Node.Entry length = fields.entry("length");
        String key = kind.key().text();
        if (length != null && !OF_BYTES.contains(key)) {
            values.problems()
                    .add(
                            Code.KEYS_DISAGREE,
                            length.key().span(),
                            "`length` goes with `content-of`, `possible` and `on-disk` alone",
                            "leave it out");
            return null;
        }
        Node.Entry right = fields.entry("right");
        if (right != null && !key.equals(KIND_FOR)) {
            values.problems()
                    .add(
                            Code.KEYS_DISAGREE,
                            right.key().span(),
                            "`right` goes with `kind-for` alone: a kernel answers every other question",
                            "leave it out; `accept` lists answers that are right, too");
            return null;
        }
        return switch (key) {
            case KIND_FOR -> kindFor(kind, info, right);
            case EXPLAIN -> explain(value, info, fields);
            case POSSIBLE -> possible(kind, info, length);
            case CONTENT_OF, ON_DISK -> content(kind, info, length);
            case OUTCOME_OF -> outcome(value, info, false);
            case WHICH -> which(kind, info);
            case "raises" -> {
                Location.InMemory place = memory(value, key);
                yield place == null ? null : new Question.Raises(info, place);
            }
            case "same-page" -> samePage(value, info);
            case TABLES -> tables(kind, info);
            case "maps" -> {
                Named process = process(value, key);
                yield process == null ? null : new Question.MappingsOf(info, process);
            }
            default -> property(key, value, info);
        };
    }

    private @Nullable Question property(String key, Node value, QuestionInfo info) {
        for (Property property : Property.values()) {
            if (property.questionKey().equals(key)) {
                Location.InMemory place = property.owner() == Property.Owner.MEMORY ? memory(value, key) : null;
                Named of = switch (property.owner()) {
                    case MEMORY -> place == null ? null : new Named(place.process(), place.span());
                    case FILE -> file(value, key);
                    case PROCESS -> process(value, key);
                    case MACHINE -> wholeMemory(value, key);
                };
                return of == null ? null : new Question.PropertyOf(info, property, of, Optional.ofNullable(place));
            }
        }
        throw new IllegalArgumentException("not what a question asks: " + key);
    }

    private @Nullable Question possible(Node.Entry kind, QuestionInfo info, Node.@Nullable Entry length) {
        boolean ofOutcome = kind.value() instanceof Node.Mapping;
        Node.Entry asked = kind;
        if (kind.value() instanceof Node.Mapping map) {
            asked = new Fields(values.problems(), "`possible`", kind.key().span(), map, List.of(OUTCOME_OF))
                    .entry(OUTCOME_OF);
        }
        if (!scope.hasParted()) {
            values.problems()
                    .add(
                            Code.ONE_ORDER,
                            kind.key().span(),
                            "nothing before this is concurrent, so that one " + (ofOutcome ? "outcome" : "content")
                                    + " alone is possible",
                            "ask `" + (ofOutcome ? OUTCOME_OF : CONTENT_OF) + "`, or put `concurrently` before it");
            return null;
        }
        if (!ofOutcome) {
            return content(kind, info, length);
        }
        return asked == null ? null : outcome(asked.value(), info, true);
    }

    private @Nullable Question kindFor(Node.Entry kind, QuestionInfo info, Node.@Nullable Entry right) {
        String use =
                values.text(kind.value(), "`kind-for`", "a use: \"a counter that a parent and its children share\"");
        if (right == null) {
            values.problems()
                    .add(
                            Code.MISSING_KEY,
                            kind.key().span(),
                            "nothing says which kind of mapping is right, and no kernel can answer this",
                            "write `right: shared anonymous`, or a list of all kinds that are right");
            return null;
        }
        List<Node> written = right.value() instanceof Node.Sequence list ? list.items() : List.of(right.value());
        List<MappingKind> kinds = new ArrayList<>();
        List<PredictedAnswer> others = new ArrayList<>();
        for (Node each : written) {
            MappingKind word = values.word(Lexicon.MAPPING_KINDS, each, "`right`");
            if (word == null) {
                return null;
            }
            if (!kinds.isEmpty()) {
                others.add(new PredictedAnswer.Text(word.word(), each.span()));
            }
            kinds.add(word);
        }
        if (kinds.isEmpty()) {
            values.problems()
                    .add(
                            Code.NOTHING_GIVEN,
                            right.value().span(),
                            "no kind of mapping is right here",
                            "name one: `right: shared anonymous`");
        }
        return use == null || kinds.isEmpty() ? null : new Question.KindFor(info.accepting(others), use, kinds.get(0));
    }

    private @Nullable Question explain(Node value, QuestionInfo info, Fields fields) {
        for (String key : OF_WHAT_IS_RIGHT) {
            Node.Entry entry = fields.entry(key);
            if (entry != null) {
                values.problems()
                        .add(
                                Code.KEYS_DISAGREE,
                                entry.key().span(),
                                "`" + key
                                        + "` does not go with `explain`: a person reads the answer, which earns no points"
                                        + " by itself",
                                "leave it out");
                return null;
            }
        }
        String what = values.text(value, "`explain`", "a question: \"Why does the parent not read this?\"");
        return what == null ? null : new Question.Explain(info.withoutPoints(), what);
    }

    private @Nullable Question which(Node.Entry kind, QuestionInfo info) {
        String example = "{ copies-page: [first-write, second-write] }";
        Node.Mapping map = values.shapes().mapping(kind.value(), "`which`", example);
        if (map == null) {
            return null;
        }
        if (map.entries().size() != 1) {
            values.problems()
                    .add(
                            Code.KEYS_DISAGREE,
                            map.span(),
                            "`which` asks one thing of some steps, and there are "
                                    + map.entries().size() + " here",
                            "write " + example);
            return null;
        }
        Node.Entry entry = map.entries().get(0);
        StepTrait trait = trait(entry.key());
        Node.Sequence list = values.shapes().sequence(entry.value(), "`which`", "the labels of steps before");
        List<Question.Which.Labelled> steps = new ArrayList<>();
        for (Node item : list == null ? List.<Node>of() : list.items()) {
            Named label = label(item);
            if (label == null) {
                return null;
            }
            steps.add(new Question.Which.Labelled(label, NOT_NUMBERED));
        }
        if (list == null || trait == null) {
            return null;
        }
        if (steps.stream().map(step -> step.label().name()).distinct().count() < Math.max(2, steps.size())) {
            values.problems()
                    .add(
                            Code.NOTHING_GIVEN,
                            list.span(),
                            "there is nothing to choose from",
                            "name two steps or more, each once: " + example);
            return null;
        }
        return new Question.Which(info, trait, steps);
    }

    private @Nullable StepTrait trait(Node.Scalar key) {
        for (StepTrait trait : StepTrait.values()) {
            if (trait.word().equals(key.text())) {
                return trait;
            }
        }
        Fields.unknown(
                values.problems(),
                "`which`",
                key,
                Arrays.stream(StepTrait.values()).map(StepTrait::word).toList());
        return null;
    }

    private @Nullable Question content(Node.Entry kind, QuestionInfo info, Node.@Nullable Entry length) {
        String key = kind.key().text();
        boolean onDisk = key.equals(ON_DISK);
        Node.Scalar scalar = values.shapes()
                .scalar(
                        kind.value(),
                        "`" + key + "`",
                        onDisk ? "a file: data.txt, or data.txt + 1 page" : "a location: alice.p + 1 page");
        Location location = scalar == null ? null : onDisk ? locations.file(scalar) : locations.source(scalar);
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
        if (location == null || bytes == null) {
            return null;
        }
        AnswerKind.Bytes asked = new AnswerKind.Bytes(length == null ? location : beginning(location), bytes);
        return onDisk ? new Question.OnDisk(info, asked) : new Question.ContentOf(info, asked, key.equals(POSSIBLE));
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

    private @Nullable Named file(Node value, String key) {
        Node.Scalar scalar = values.shapes().scalar(value, "`" + key + "`", "a file: data.txt");
        return scalar == null ? null : locations.fileName(scalar);
    }

    private @Nullable Named process(Node value, String key) {
        Node.Scalar scalar = values.shapes().scalar(value, "`" + key + "`", "a process: alice");
        return scalar == null ? null : locations.process(scalar);
    }

    private @Nullable Question samePage(Node value, QuestionInfo info) {
        String key = "same-page";
        Node.Sequence list = values.shapes().sequence(value, "`" + key + "`", "two locations: [alice.p, bob.q]");
        if (list == null) {
            return null;
        }
        if (list.items().size() != 2) {
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
        return one == null || other == null ? null : new Question.SamePage(info, one, other);
    }

    /** The mappings named, whole where no offset is written: {@link TablePages} finds their pages. */
    private @Nullable Question tables(Node.Entry kind, QuestionInfo info) {
        String example = "{ page-tables: [alice.p, bob.q] }";
        Node.Mapping map = values.shapes().mapping(kind.value(), "`tables`", example);
        Node.Entry entry = map == null
                ? null
                : new Fields(values.problems(), "`tables`", kind.key().span(), map, List.of(PAGE_TABLES))
                        .entry(PAGE_TABLES);
        if (map != null && entry == null && map.entries().isEmpty()) {
            values.problems().add(Code.NOTHING_GIVEN, map.span(), "no table is asked for here", "write " + example);
        }
        if (entry == null) {
            return null;
        }
        if (entry.value() instanceof Node.Scalar scalar && scalar.text().equals(Expectations.MEMORY)) {
            return new Question.PageTables(info, everyMapping(scalar));
        }
        Node.Sequence list =
                values.shapes().sequence(entry.value(), "`page-tables`", "mappings: [alice.p, bob.q], or `memory`");
        List<Location.InMemory> places = new ArrayList<>();
        for (Node item : list == null ? List.<Node>of() : list.items()) {
            Location.InMemory place = memory(item, PAGE_TABLES);
            if (place == null) {
                return null;
            }
            places.add(place);
        }
        return list == null ? null : new Question.PageTables(info, places);
    }

    private List<Location.InMemory> everyMapping(Node.Scalar memory) {
        List<Location.InMemory> places = new ArrayList<>();
        for (String process : scope.processNames()) {
            for (String mapping : scope.mappingsOf(process)) {
                places.add(new Location.InMemory(process, mapping, 0, process + "." + mapping, memory.span()));
            }
        }
        return places;
    }

    private @Nullable Question outcome(Node value, QuestionInfo info, boolean overAllOrders) {
        Named label = label(value);
        return label == null ? null : new Question.OutcomeOf(info, label, overAllOrders, false);
    }

    /** The label of a step before the question. */
    private @Nullable Named label(Node value) {
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
        return new Named(label.text(), label.span());
    }

    /** The physical memory as a whole. */
    private @Nullable Named wholeMemory(Node value, String key) {
        Node.Scalar scalar = values.shapes().scalar(value, "`" + key + "`", "`" + key + ": memory`");
        if (scalar != null && !scalar.text().equals(Expectations.MEMORY)) {
            values.problems()
                    .add(
                            Code.UNKNOWN_WORD,
                            scalar.span(),
                            "`" + key + "` counts those of the whole scenario",
                            "write `" + key + ": memory`");
            return null;
        }
        return scalar == null ? null : new Named(scalar.text(), scalar.span());
    }
}
