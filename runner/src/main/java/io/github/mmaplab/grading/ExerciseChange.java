package io.github.mmaplab.grading;

import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.QuestionGrade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an exercise asks now and asked when it was graded, and for how many points. */
final class ExerciseChange {
    private final Map<String, BigDecimal> then = new LinkedHashMap<>();
    private final Map<String, BigDecimal> now = new LinkedHashMap<>();

    /** Records the questions of a student who is graded again. */
    void add(Graded before, Graded after) {
        for (QuestionGrade question : before.questions()) {
            then.putIfAbsent(question.question(), question.worth());
        }
        for (QuestionGrade question : after.questions()) {
            now.putIfAbsent(question.question(), question.worth());
        }
    }

    /** What has changed, on one line; empty if nothing has. */
    Optional<String> line() {
        List<String> changes = new ArrayList<>();
        List<String> gone = new ArrayList<>(then.keySet());
        gone.removeAll(now.keySet());
        List<String> added = new ArrayList<>(now.keySet());
        added.removeAll(then.keySet());
        gone.forEach(question -> changes.add("`" + question + "` is no longer asked"));
        added.forEach(question -> changes.add("`" + question + "` is new"));
        then.forEach((question, worth) -> {
            BigDecimal worthNow = now.get(question);
            if (worthNow != null && worthNow.compareTo(worth) != 0) {
                changes.add("`" + question + "` is worth " + plain(worthNow) + ", not " + plain(worth));
            }
        });
        if (gone.size() == 1 && added.size() == 1) {
            changes.add("if `" + gone.get(0) + "` was renamed to `" + added.get(0)
                    + "`, restore the old name: the answers are recorded under it");
        }
        return changes.isEmpty() ? Optional.empty() : Optional.of(outOf() + ": " + String.join("; ", changes));
    }

    private String outOf() {
        return sum(then).compareTo(sum(now)) == 0
                ? "still out of " + plain(sum(now))
                : "out of " + plain(sum(then)) + ", now out of " + plain(sum(now));
    }

    private static BigDecimal sum(Map<String, BigDecimal> worth) {
        return worth.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String plain(BigDecimal points) {
        return points.signum() == 0 ? "0" : points.stripTrailingZeros().toPlainString();
    }
}
