package io.github.mmaplab.exercise.grade;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The grade of a prediction.
 *
 * @param questions in the order asked, each question of the exercise once
 * @param kept points that are kept from an earlier grading, beside those of the questions; usually none
 * @param diagnosis what may explain the wrong answers
 */
public record Graded(List<QuestionGrade> questions, BigFraction kept, Diagnosis diagnosis) {
    /** Copies the list. */
    public Graded {
        questions = List.copyOf(questions);
    }

    /** The grade of a prediction of which nothing is kept from an earlier grading. */
    public Graded(List<QuestionGrade> questions, Diagnosis diagnosis) {
        this(questions, BigFraction.ZERO, diagnosis);
    }

    /** The same with these points kept from an earlier grading. */
    public Graded keeping(BigFraction points) {
        return new Graded(questions, points, diagnosis);
    }

    /** The points earned, exact. */
    public BigFraction earned() {
        BigFraction sum = kept;
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
