package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.scenario.model.Feedback;
import io.github.mmaplab.scenario.model.GradingRules;
import io.github.mmaplab.scenario.model.Partial;
import io.github.mmaplab.scenario.model.Presentation;
import io.github.mmaplab.scenario.model.Variant;
import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes an exercise of a document. */
public final class ExerciseDecoder {
    static final List<String> GRADING = List.of("feedback", "partial", "follow-through");

    private final Document document;
    private final Problems problems;

    private ExerciseDecoder(Document document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    /** The exercise, or null if there is an error in it, which is reported. */
    public static @Nullable Exercise decode(Document document, Problems problems) {
        return new ExerciseDecoder(document, problems).decode();
    }

    private @Nullable Exercise decode() {
        Node root = document.root();
        Node.Mapping map = root instanceof Node.Scalar scalar && scalar.isAbsent()
                ? null
                : new Shapes(problems).mapping(root, "an exercise", "`exercise:` and its title first");
        if (map == null) {
            if (root instanceof Node.Scalar) {
                problems.add(
                        Code.EMPTY_DOCUMENT,
                        document.span(),
                        "there is no exercise here",
                        "begin with `exercise: its title`");
            }
            return null;
        }
        if (isOfAnotherKind(map)) {
            return null;
        }
        return decode(map);
    }

    private boolean isOfAnotherKind(Node.Mapping map) {
        for (Node.Entry entry : map.entries()) {
            if (entry.key().text().equals("scenario")) {
                problems.add(
                        Code.OTHER_KIND,
                        entry.key().span(),
                        "this is a scenario, not an exercise",
                        "to play it, use `mmaplab run FILE`; an exercise begins with `exercise:` and asks questions");
                return true;
            }
            if (entry.key().text().equals("answers")) {
                problems.add(
                        Code.OTHER_KIND,
                        entry.key().span(),
                        "this is a prediction, not an exercise",
                        "name the exercise first: `mmaplab grade EXERCISE FILE`");
                return true;
            }
        }
        return false;
    }

    private @Nullable Exercise decode(Node.Mapping map) {
        List<Node.Entry> story = new ArrayList<>();
        List<Vary.Values> vary = List.of();
        boolean varyIsGood = true;
        GradingRules grading = GradingRules.DEFAULT;
        Presentation presentation = Presentation.WORDS;
        for (Node.Entry entry : map.entries()) {
            switch (entry.key().text()) {
                case "vary" -> {
                    int before = problems.errors();
                    vary = new Vary(problems).parameters(entry.value());
                    varyIsGood = problems.errors() == before;
                }
                case "grading" -> grading = grading(entry);
                case "presentation" -> presentation = presentation(entry);
                default -> story.add(entry);
            }
        }
        Node.Mapping rest = new Node.Mapping(story, map.span());
        Exercise exercise = new Exercise(document, rest, vary, grading, presentation);
        if (varyIsGood) {
            readEveryValue(exercise);
        } else {
            Node.Mapping withoutValues = new Substitution(problems, Substitution.VARY, null).replaceIn(rest);
            new OneScenario(Kind.EXERCISE, problems, document, withoutValues, Optional.empty()).decode();
        }
        return problems.errors() == 0 ? exercise : null;
    }

    /** Reads one variant for each value of each parameter: mistakes that a value brings are told before anybody gets it. */
    private void readEveryValue(Exercise exercise) {
        Map<String, String> first = new LinkedHashMap<>();
        exercise.parameters()
                .forEach(parameter ->
                        first.put(parameter.name(), parameter.values().get(0)));
        report(exercise.read(new Variant(first)));
        exercise.parameters().forEach(parameter -> {
            for (String value : parameter.values().subList(1, parameter.values().size())) {
                Map<String, String> other = new LinkedHashMap<>(first);
                other.put(parameter.name(), value);
                report(exercise.read(new Variant(other)));
            }
        });
    }

    private void report(Exercise.Variation variation) {
        for (Diagnostic problem : variation.problems()) {
            problems.add(problem);
        }
    }

    private Presentation presentation(Node.Entry entry) {
        Presentation named = new Values(problems, 1).word(Lexicon.PRESENTATIONS, entry.value(), "`presentation`");
        return named == null ? Presentation.WORDS : named;
    }

    private GradingRules grading(Node.Entry entry) {
        Values values = new Values(problems, 1);
        Node.Mapping map =
                values.shapes().mapping(entry.value(), "`grading`", "{ feedback: why, follow-through: 0.5 }");
        if (map == null) {
            return GradingRules.DEFAULT;
        }
        Fields fields = new Fields(problems, "`grading`", entry.key().span(), map, GRADING);
        Node feedback = fields.get("feedback");
        Node partial = fields.get("partial");
        Node share = fields.get("follow-through");
        Feedback level = feedback == null ? null : values.word(Lexicon.FEEDBACKS, feedback, "`feedback`");
        Partial part = partial == null ? null : values.word(Lexicon.PARTIALS, partial, "`partial`");
        BigDecimal through = share == null ? null : Decimals.share(values, share, "`follow-through`");
        return new GradingRules(
                level == null ? GradingRules.DEFAULT.feedback() : level,
                part == null ? GradingRules.DEFAULT.partial() : part,
                through == null ? GradingRules.DEFAULT.followThrough() : through);
    }
}
