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
    /** The keys that may stand beside. */
    static final List<String> BESIDE =
            List.of("length", "points", "prompt", "hint", "choices", "partial", "accept", "credit", "right");

    private static final String EXAMPLE = "{ what-bob-reads: bob.q }, or { both: { same-page: [alice.p, bob.q] } }";

    private final Values values;
    private final Locations locations;
    private final WhatIsAsked asked;
    private final PredictedAnswers answers;
    private final Map<String, Span> names = new HashMap<>();

    Questions(Values values, Scope scope, Locations locations, Contents contents) {
        this.values = values;
        this.locations = locations;
        this.asked = new WhatIsAsked(values, scope, locations);
        this.answers = new PredictedAnswers(values, contents);
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
                        (owner, entry) -> WhatIsAsked.KINDS.contains(entry.key().text())
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
                    : new Question.ContentOf(
                            QuestionInfo.plain(entry.key().text(), entry.key().span()),
                            new AnswerKind.Bytes(location, WhatIsAsked.NOT_GIVEN),
                            false);
        }
        Node.Mapping map = values.shapes().mapping(entry.value(), "a question", EXAMPLE);
        if (map == null) {
            return null;
        }
        List<String> known = new ArrayList<>(WhatIsAsked.KINDS);
        known.addAll(BESIDE);
        Fields fields = new Fields(values.problems(), "a question", entry.key().span(), map, known);
        Node.Entry kind = kind(fields, map);
        QuestionInfo info = info(entry.key(), fields);
        return kind == null || info == null ? null : asked.question(kind, info, fields);
    }

    /** The one key that says what is asked. */
    private Node.@Nullable Entry kind(Fields fields, Node.Mapping map) {
        Node.Entry found = null;
        for (String kind : WhatIsAsked.KINDS) {
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
                            "write one of: " + Suggestions.list(WhatIsAsked.KINDS));
        }
        return found;
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
