package io.github.mmaplab.exercise.grade;

import io.github.mmaplab.mistake.Misconception;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The grade of one answer.
 *
 * @param question the question's name
 * @param mark what the answer is
 * @param earned the points, exact
 * @param worth the most there were
 * @param credit the rule by which they were earned
 * @param answer what was answered: in the words of {@link io.github.mmaplab.answer.ReplyText}, so that the same answers
 *     are the same words; as it was written, cut if it is long, where it is invalid; empty where nothing was. Untrusted
 * @param written what was answered, as it was written, cut if it is long; empty where nothing was. Untrusted
 * @param complaint what is wrong with an invalid answer, and what is accepted; else empty
 * @param explainedBy the misconceptions that lead to just this wrong answer; any number, often none
 */
public record QuestionGrade(
        String question,
        Mark mark,
        BigFraction earned,
        BigDecimal worth,
        Credit credit,
        String answer,
        String written,
        String complaint,
        List<Misconception> explainedBy) {
    /** Copies the list. */
    public QuestionGrade {
        explainedBy = List.copyOf(explainedBy);
    }

    /** What was answered, as it was written, and what that was taken for where it is not the same; untrusted. */
    public String shown() {
        return mark == Mark.INVALID || written.equals(answer) ? written : written + ", read as " + answer;
    }
}
