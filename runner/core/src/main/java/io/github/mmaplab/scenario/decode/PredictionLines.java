package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Prediction;
import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.Node;
import io.github.mmaplab.scenario.syntax.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a prediction that is no YAML as a whole: each line by itself, so that a line that is wrong costs the answer on it
 * and no other.
 */
public final class PredictionLines {
    private final LineGroups groups;
    private final int pageSize;

    private PredictionLines(LineGroups groups, int pageSize) {
        this.groups = groups;
        this.pageSize = pageSize;
    }

    /**
     * What can be read of a prediction; empty, if it can't be found out what exercise it is for, whose it is, or where the
     * answers begin.
     *
     * @param pageSize what {@code 1 page} is in an answer, in bytes
     */
    public static Optional<Prediction> read(Source source, int pageSize) {
        return new PredictionLines(LineGroups.of(source), pageSize).prediction(source);
    }

    private Optional<Prediction> prediction(Source source) {
        Optional<Named> exercise = head("exercise");
        Optional<Named> student = head("student");
        if (exercise.isEmpty() || student.isEmpty() || groups.answers().isEmpty()) {
            return Optional.empty();
        }
        Optional<Named> variant = head("variant");
        if (variant.isEmpty() && groups.head().containsKey("variant")) {
            return Optional.empty();
        }
        Span whole = source.span(0, source.text().length());
        return Optional.of(new Prediction(exercise.get(), student.get(), variant, answers(), whole));
    }

    private Optional<Named> head(String key) {
        LineGroups.Group group = groups.head().get(key);
        PredictedAnswer value = group == null ? null : answer(group);
        return value instanceof PredictedAnswer.Text text
                ? Optional.of(new Named(text.text().strip(), text.span()))
                : Optional.empty();
    }

    private List<Prediction.Entry> answers() {
        Map<String, Prediction.Entry> entries = new LinkedHashMap<>();
        for (LineGroups.Group group : groups.answers()) {
            Prediction.Entry before = entries.get(group.name());
            PredictedAnswer answer = before == null ? answer(group) : twice(group);
            entries.put(group.name(), new Prediction.Entry(new Named(group.name(), group.key()), answer));
        }
        return new ArrayList<>(entries.values());
    }

    private static PredictedAnswer twice(LineGroups.Group group) {
        return new PredictedAnswer.Unreadable(
                "`" + group.name() + "` is answered twice: keep one of the two", group.value());
    }

    private PredictedAnswer answer(LineGroups.Group group) {
        Problems problems = new Problems();
        Node root = root(group.alone(), problems);
        if (root instanceof Node.Mapping map && map.entries().size() == 1) {
            return answer(map.entries().get(0).value());
        }
        PredictedAnswer value = valueAlone(group);
        if (value != null) {
            return value;
        }
        String why = problems.all().isEmpty()
                ? "this is not one answer"
                : problems.all().get(0).message();
        return new PredictedAnswer.Unreadable(
                "this line can't be read: " + why + ": write `" + group.name()
                        + ": ` and the answer, in quotes if it has `: ` or ` #` in it",
                group.value());
    }

    /** The value without what is before it: where the blank after the colon is missing, or a tab is in the way. */
    private @Nullable PredictedAnswer valueAlone(LineGroups.Group group) {
        String text = group.value().text();
        if (text.length() > 1 && text.startsWith("`") && text.endsWith("`")) {
            return new PredictedAnswer.Text(text, group.value());
        }
        Node root = root(group.valueAlone(), new Problems());
        boolean oneValue = root instanceof Node.Scalar || text.startsWith("{") || text.startsWith("[");
        return root != null && oneValue ? answer(root) : null;
    }

    private static @Nullable Node root(Source source, Problems problems) {
        List<Document> documents = YamlReader.read(source, problems);
        boolean sound = documents.size() == 1
                && documents.get(0).sound()
                && problems.all().isEmpty();
        return sound ? documents.get(0).root() : null;
    }

    private PredictedAnswer answer(Node node) {
        Values own = new Values(new Problems(), pageSize);
        return new PredictedAnswers(own, new Contents(own)).answer(node);
    }
}
