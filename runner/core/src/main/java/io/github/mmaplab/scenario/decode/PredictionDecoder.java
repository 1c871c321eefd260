package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Suggestions;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.Prediction;
import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a prediction of a document. */
public final class PredictionDecoder {
    static final List<String> KEYS = List.of("exercise", "student", "variant", "answers");

    private final Problems problems;
    private final Values values;

    private PredictionDecoder(Problems problems, int pageSize) {
        this.problems = problems;
        this.values = new Values(problems, pageSize);
    }

    /**
     * The prediction, or null if there is an error in it, which is reported. An answer that is none is no error: it is an
     * invalid answer to its question.
     *
     * @param pageSize of the exercise, in bytes
     */
    public static @Nullable Prediction decode(Document document, Problems problems, int pageSize) {
        return new PredictionDecoder(problems, pageSize).decode(document);
    }

    private @Nullable Prediction decode(Document document) {
        Node root = document.root();
        if (root instanceof Node.Scalar scalar && scalar.isAbsent()) {
            problems.add(
                    Code.EMPTY_DOCUMENT,
                    document.span(),
                    "there is no prediction here",
                    "fill in the file that came with the sheet: `exercise:`, `student:`, `answers:`");
            return null;
        }
        Node.Mapping map = values.shapes()
                .mapping(
                        root, "a prediction", "`exercise:`, `student:` and `answers:`, as in the file that came along");
        if (map == null || isOfAnotherKind(map)) {
            return null;
        }
        return decode(document, map);
    }

    private @Nullable Prediction decode(Document document, Node.Mapping map) {
        Fields fields = new Fields(
                problems,
                "a prediction",
                map.entries().isEmpty()
                        ? map.span()
                        : map.entries().get(0).key().span(),
                map);
        refuseUnknownKeys(map);
        Named exercise = named(fields, "exercise", "`exercise:` and the exercise's name, as on the sheet");
        Named student = named(fields, "student", "`student:` and your id, as on the sheet");
        Node variant = fields.get("variant");
        Node.Scalar code =
                variant == null ? null : values.shapes().scalar(variant, "`variant`", "the code on the sheet");
        Node answers = fields.require("answers", "`answers:` and a line for each question");
        Node.Mapping table = answers == null || isAbsent(answers)
                ? null
                : values.shapes().mapping(answers, "`answers`", "a line for each question: `what-bob-reads: hello`");
        if (exercise == null || student == null || problems.errors() > 0) {
            return null;
        }
        return new Prediction(
                exercise,
                student,
                code == null ? Optional.empty() : Optional.of(new Named(code.text(), code.span())),
                entries(table),
                document.span());
    }

    /** Most often an answer that is not indented. */
    private void refuseUnknownKeys(Node.Mapping map) {
        for (Node.Entry entry : map.entries()) {
            String key = entry.key().text();
            if (!KEYS.contains(key)) {
                problems.add(
                        Code.UNKNOWN_KEY,
                        entry.key().span(),
                        "a prediction has no key `" + key + "`",
                        Suggestions.nearestOr(
                                key,
                                KEYS,
                                "if it is the name of a question, move the line below `answers:` and indent it"));
            }
        }
    }

    /** Whether what was handed in is a scenario, or the exercise itself: one message says more than one for each key. */
    private boolean isOfAnotherKind(Node.Mapping map) {
        for (Node.Entry entry : map.entries()) {
            String key = entry.key().text();
            if (key.equals("scenario") || key.equals("processes") || key.equals("ask")) {
                String found = key.equals("scenario") ? "a scenario" : "an exercise";
                problems.add(
                        Code.OTHER_KIND,
                        entry.key().span(),
                        "this is " + found + ", not a prediction",
                        "hand in the file that came with the sheet");
                return true;
            }
        }
        return false;
    }

    private List<Prediction.Entry> entries(Node.@Nullable Mapping table) {
        List<Prediction.Entry> entries = new ArrayList<>();
        for (Node.Entry entry : table == null ? List.<Node.Entry>of() : table.entries()) {
            Values own = new Values(new Problems(), values.pageSize());
            PredictedAnswers answers = new PredictedAnswers(own, new Contents(own));
            Named question = new Named(entry.key().text(), entry.key().span());
            entries.add(new Prediction.Entry(question, answers.answer(entry.value())));
        }
        return entries;
    }

    private @Nullable Named named(Fields fields, String key, String example) {
        Node node = fields.require(key, example);
        Node.Scalar scalar = node == null ? null : values.shapes().scalar(node, "`" + key + "`", example);
        return scalar == null ? null : new Named(scalar.text().strip(), scalar.span());
    }

    private static boolean isAbsent(Node node) {
        return node instanceof Node.Scalar scalar && scalar.isAbsent();
    }
}
