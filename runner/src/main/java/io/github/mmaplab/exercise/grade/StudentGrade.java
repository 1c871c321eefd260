package io.github.mmaplab.exercise.grade;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The grade of one student: one of the submissions counts.
 *
 * @param student the id; untrusted
 * @param name the name, from the roster; empty if it is not known; untrusted
 * @param group the group, from the roster; empty if there is none; untrusted
 * @param standing what is known about the student
 * @param counted the submission that counts; empty if there is none that could be graded
 * @param others those that do not count
 * @param lateness what being late costs
 */
public record StudentGrade(
        String student,
        String name,
        String group,
        Standing standing,
        Optional<Submission> counted,
        List<Submission> others,
        Lateness lateness) {
    /** Copies the list. */
    public StudentGrade {
        others = List.copyOf(others);
    }

    /** What is known about a student. */
    public enum Standing {
        /** There is a grade. */
        GRADED("graded"),
        /** Nothing was handed in. It is not the same as no points: that is for people to say. */
        MISSING("missing"),
        /** What was handed in could not be graded. */
        NOT_GRADABLE("not-gradable");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        /** The word for it; stable. */
        public String word() {
            return word;
        }
    }

    /**
     * What being late costs.
     *
     * @param late whether the submission that counts is late
     * @param share what is left of the points, from 0 to 1
     * @param words how late, and what the policy says of it, in words; empty if it is not late
     */
    public record Lateness(boolean late, BigDecimal share, String words) {
        /** Not late, or not known to be. */
        public static final Lateness NONE = new Lateness(false, BigDecimal.ONE, "");
    }

    /** The same with another result of the submission that counts. */
    public StudentGrade with(Graded graded) {
        return new StudentGrade(
                student, name, group, standing, counted.map(each -> each.with(graded)), others, lateness);
    }

    /** What was earned of what there was, from 0 to 1, after what being late costs; nothing where there is no grade. */
    public BigFraction share() {
        BigFraction worth = counted.flatMap(Submission::graded)
                .map(graded -> Points.exact(graded.worth()))
                .orElse(BigFraction.ZERO);
        return worth.signum() == 0
                ? BigFraction.ZERO
                : earned().orElse(BigFraction.ZERO).divide(worth);
    }

    /** The points, exact, after what being late costs; empty where there is no grade. */
    public Optional<BigFraction> earned() {
        Optional<BigFraction> earned = counted.flatMap(Submission::graded).map(Graded::earned);
        return lateness.share().compareTo(BigDecimal.ONE) == 0
                ? earned
                : earned.map(points -> points.multiply(Points.exact(lateness.share())));
    }
}
