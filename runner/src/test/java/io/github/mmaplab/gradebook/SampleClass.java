package io.github.mmaplab.gradebook;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Power;
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
    /** As many questions as it takes to tell what somebody believes from guesses. */
    static final Assignment ASSIGNMENT = Predictions.assignment("""
            exercise: Fork and private mappings
            about: A parent maps a file privately and shared, forks, and both write.
            vary:
              word: [HELLO, WORLD, PAGES]
              writer: [parent, child]
            grading: { feedback: why, follow-through: 0.5 }
            files: { data.txt: { pages: [hello, howdy] } }
            processes:
              parent:
                p: { file: data.txt, sharing: private }
                s: { file: data.txt, sharing: shared }
            steps:
              - fork: { parent: child }
              - write: { <writer>.p: <word> }
              - ask:
                  parent-sees: parent.p
                  child-sees:  { content-of: child.p, points: 0.3 }
                  one-page:    { same-page: [parent.p, child.p] }
                  in-the-file: { content-of: data.txt, length: 5 }
              - write: { child.s + 1 page: LATER }
            ask:
              parent-second: { content-of: parent.p + 1 page, length: 5 }
              child-second:  { content-of: child.p + 1 page, length: 5 }
              parent-shared: { content-of: parent.s + 1 page, length: 5 }
              one-second:    { same-page: [parent.p + 1 page, child.s + 1 page] }
              file-second:   { content-of: data.txt + 1 page, length: 5 }
              copied:        { copies: memory }
            """);

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
        if (number % 5 == 1) {
            return lines.replaceFirst("in-the-file: .*", "in-the-file:").replaceFirst("copied: .*", "copied:");
        }
        return number % 10 == 4 ? lines.replaceFirst("one-page: .*", "one-page: perhaps") : lines;
    }
}
