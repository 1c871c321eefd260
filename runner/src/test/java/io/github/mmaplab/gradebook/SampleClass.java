package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.AnswerKey;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Power;
import io.github.mmaplab.exercise.ReplyText;
import io.github.mmaplab.exercise.classroom.ClassStatistics;
import io.github.mmaplab.exercise.classroom.ClassSummary;
import io.github.mmaplab.exercise.results.Predictions;
import io.github.mmaplab.exercise.results.ResultsHead;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.result.Reply;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A class whose students are right, or follow a misconception, or write what can't be an answer; some stop after the first
 * question, which can't tell all misconceptions apart, and some hand in nothing.
 */
final class SampleClass {
    static final Assignment ASSIGNMENT = Predictions.assignment(Predictions.FORK);

    static final ResultsHead HEAD = ResultsHead.of("0.1.0", "fork-private.exercise.yaml", ASSIGNMENT, Map.of());

    private static final List<Misconception> TOLD =
            Power.of(ASSIGNMENT, ASSIGNMENT.sample(6)).told();

    private SampleClass() {}

    /** The summary of so many students, of figures of at least five. */
    static ClassSummary of(int students) {
        ClassStatistics statistics = new ClassStatistics(ClassStatistics.USUAL_MINIMUM);
        for (int i = 0; i < students; i++) {
            String id = "s" + i;
            statistics.add(
                    i % 20 == 19
                            ? Predictions.missing(id)
                            : Predictions.student(Predictions.submission(ASSIGNMENT, id, answers(id, i))));
        }
        return statistics.summary();
    }

    /** The summary of students who each answer one question so. */
    static ClassSummary answering(String question, List<String> answers) {
        ClassStatistics statistics = new ClassStatistics(1);
        for (int i = 0; i < answers.size(); i++) {
            statistics.add(Predictions.student(
                    Predictions.submission(ASSIGNMENT, "s" + i, question + ": " + answers.get(i) + "\n")));
        }
        return statistics.summary();
    }

    static String page(ClassSummary summary) {
        return ClassPage.of(HEAD, summary, ASSIGNMENT);
    }

    private static String answers(String student, int number) {
        AnswerKey key = ASSIGNMENT.key(ASSIGNMENT.variantOf(student));
        Map<String, Reply> replies = number % 3 == 0 ? key.truth() : key.under(TOLD.get(number / 3 % TOLD.size()));
        String lines = replies.entrySet().stream()
                .map(reply -> reply.getKey() + ": "
                        + (reply.getValue() instanceof Reply.None ? "" : ReplyText.of(reply.getValue())) + "\n")
                .collect(Collectors.joining());
        if (number % 15 == 7) {
            return lines.lines().limit(1).collect(Collectors.joining()) + "\n";
        }
        return number % 10 == 4 ? lines.replaceFirst("one-page: .*", "one-page: perhaps") : lines;
    }
}
