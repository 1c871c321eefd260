package io.github.mmaplab.gradebook;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.exercise.grade.FeedbackText;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Points;
import io.github.mmaplab.exercise.grade.QuestionGrade;
import io.github.mmaplab.scenario.model.Feedback;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A test on a platform: a question, or all questions if only the total may be shown.
 *
 * @param score at most two decimals; those of all parts add up to the total, rounded once
 * @param worth the maximum of points, rounded in the same way
 * @param full whether all points were earned
 * @param output lines for the student
 */
record Part(String name, BigDecimal score, BigDecimal worth, boolean full, String output) {
    private static final String WHOLE = "points";

    /** The parts of a result, with as much detail as the level of feedback allows. */
    static List<Part> of(Graded graded, AnswerKey key, Feedback level) {
        BigFraction worth = Points.exact(graded.worth());
        if (!level.tells(Feedback.PARTS)) {
            boolean full = graded.earned().compareTo(worth) >= 0;
            String invalid = String.join("\n", FeedbackText.invalid(graded, key));
            return List.of(new Part(WHOLE, Points.rounded(graded.earned()), Points.rounded(worth), full, invalid));
        }
        List<Part> parts = new ArrayList<>();
        BigFraction earnedBefore = BigFraction.ZERO;
        BigFraction worthBefore = BigFraction.ZERO;
        for (QuestionGrade grade : graded.questions()) {
            BigFraction earned = earnedBefore.add(grade.earned());
            BigFraction most = worthBefore.add(Points.exact(grade.worth()));
            boolean full = grade.earned().compareTo(Points.exact(grade.worth())) >= 0;
            List<String> lines = new ArrayList<>(List.of(grade.mark().word()));
            lines.addAll(FeedbackText.about(grade, key, level));
            parts.add(new Part(
                    grade.question(),
                    between(earnedBefore, earned),
                    between(worthBefore, most),
                    full,
                    String.join("\n", lines)));
            earnedBefore = earned;
            worthBefore = most;
        }
        return parts;
    }

    /** Sums are rounded, not parts, so that the parts add up to exactly the total. */
    private static BigDecimal between(BigFraction before, BigFraction after) {
        return Points.rounded(Points.exact(Points.rounded(after).subtract(Points.rounded(before))));
    }

    /** The text about the whole: what may explain the wrong answers. */
    static String whole(Graded graded, Feedback level) {
        return level.tells(Feedback.WHY) ? String.join("\n", FeedbackText.diagnosis(graded.diagnosis())) : "";
    }
}
