package io.github.mmaplab.answer;

import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.Choices;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a variant can be handed out and graded: each question has an answer, everything goes as the exercise says, and
 * where answers are offered the right one is among them.
 */
public final class Soundness {
    private Soundness() {}

    /** What is wrong with a variant, in words; empty if nothing is. */
    static Optional<String> fault(AnswerKey key) {
        for (Map.Entry<String, Reply> entry : key.truth().entrySet()) {
            if (entry.getValue() instanceof Reply.None none) {
                return Optional.of(
                        "the question `" + entry.getKey() + "` has no answer: " + none.why() + firstProblem(key));
            }
        }
        if (!key.linux().passed()) {
            return Optional.of("it does not behave as expected" + firstProblem(key));
        }
        for (Question question : key.questions().values()) {
            List<String> unreadable = unreadable(key, question);
            if (!unreadable.isEmpty()) {
                return Optional.of(unreadable.get(0));
            }
            if (!isOffered(key, question)) {
                // not which it is: what an autograder says of it may be read by students
                return Optional.of("the right answer to `" + question.info().name() + "` is not among its choices");
            }
        }
        return Optional.empty();
    }

    private static String firstProblem(AnswerKey key) {
        return key.linux().problems().stream()
                .findFirst()
                .map(problem -> " (" + problem.span() + ")")
                .orElse("");
    }

    /** What is wrong with the answers that are accepted beside the right one. */
    public static List<String> unreadable(AnswerKey key, Question question) {
        List<String> unreadable = new ArrayList<>(0);
        for (PredictedAnswer accepted : question.info().accept()) {
            if (AnswerReader.read(question, accepted, key.forms()) instanceof Given.Invalid invalid) {
                unreadable.add("`" + invalid.written() + "`, which is accepted as an answer to `"
                        + question.info().name() + "`, can't be read: " + invalid.why());
            }
        }
        return unreadable;
    }

    /** Whether the right answer is offered, or is to be written. */
    public static boolean isOffered(AnswerKey key, Question question) {
        if (!(question.info().choices() instanceof Choices.Written written)) {
            return true;
        }
        Reply truth = key.truth(question.info().name());
        for (PredictedAnswer choice : written.answers()) {
            if (AnswerReader.read(question, choice, key.forms()) instanceof Given.Answered answered
                    && answered.reply().equals(truth)) {
                return true;
            }
        }
        return false;
    }
}
