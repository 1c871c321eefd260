package io.github.mmaplab.exercise.grade;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What came of a prediction.
 *
 * @param questions in the order asked, each question of the exercise once
 * @param diagnosis what may explain the wrong answers
 */
public record Graded(List<QuestionGrade> questions, Diagnosis diagnosis) {
    /** Copies the list. */
    public Graded {
        questions = List.copyOf(questions);
    }

    /** The points earned, exact. */
    public BigFraction earned() {
        BigFraction sum = BigFraction.ZERO;
        for (QuestionGrade question : questions) {
            sum = sum.add(question.earned());
        }
        return sum;
    }

    /** The most points there were. */
    public BigDecimal worth() {
        BigDecimal sum = BigDecimal.ZERO;
        for (QuestionGrade question : questions) {
            sum = sum.add(question.worth());
        }
        return sum;
    }
}
