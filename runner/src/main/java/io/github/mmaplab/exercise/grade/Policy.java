package io.github.mmaplab.exercise.grade;

import io.github.mmaplab.abi.Word;
import io.github.mmaplab.exercise.grade.StudentGrade.Lateness;
import io.github.mmaplab.exercise.grade.StudentGrade.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Which of the submissions of a student counts, and what being late costs. It knows when something was handed in, and
 * never what time it is: graded tomorrow, it is the same.
 *
 * @param due until when a submission is on time; empty, none is late
 * @param late what being late costs
 * @param attempts which of several counts
 */
public record Policy(Optional<Instant> due, Late late, Attempts attempts) {

    /** Nothing is late, and the last counts. */
    public static final Policy DEFAULT = new Policy(Optional.empty(), Late.FLAGGED, Attempts.LAST);

    /** Which of several submissions counts: of those on time if there are any, else of the others. */
    public enum Attempts implements Word {
        /** The one handed in first. */
        FIRST("first"),
        /** The one handed in last. */
        LAST("last"),
        /** The one that earns most, after what being late costs; of equal ones the last. */
        BEST("best");

        private final String word;

        Attempts(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /**
     * What being late costs.
     *
     * @param refused whether a late submission does not count at all
     * @param perDay the share of the points that each day begun costs, from 0 to 1
     */
    public record Late(boolean refused, BigDecimal perDay) {
        /** Nothing: it is only said. */
        public static final Late FLAGGED = new Late(false, BigDecimal.ZERO);

        /** It does not count. */
        public static final Late REFUSED = new Late(true, BigDecimal.ZERO);

        /** In the words of the command line. */
        public String words() {
            if (refused) {
                return "refuse";
            }
            return perDay.signum() == 0
                    ? "flag"
                    : perDay.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
        }
    }

    /**
     * The grade of a student.
     *
     * @param submissions all that the student handed in, or the group, in any order
     */
    public StudentGrade decide(String student, String name, String group, List<Submission> submissions) {
        List<Submission> distinct = distinct(submissions);
        List<Submission> gradable = new ArrayList<>(distinct);
        gradable.removeIf(submission -> submission.graded().isEmpty());
        List<Submission> counting = new ArrayList<>(gradable);
        counting.removeIf(submission -> late.refused() && isLate(submission));
        if (counting.isEmpty()) {
            Lateness lateness = gradable.isEmpty() ? Lateness.NONE : lateness(gradable.get(0));
            Standing standing = submissions.isEmpty() ? Standing.MISSING : Standing.NOT_GRADABLE;
            return new StudentGrade(student, name, group, standing, Optional.empty(), submissions, lateness);
        }
        Submission counted = choose(counting);
        List<Submission> others = new ArrayList<>(submissions);
        others.remove(counted);
        return new StudentGrade(student, name, group, Standing.GRADED, Optional.of(counted), others, lateness(counted));
    }

    /** In the order handed in; of those that are the same to the byte, the first. */
    private static List<Submission> distinct(List<Submission> submissions) {
        List<Submission> inOrder = new ArrayList<>(submissions);
        inOrder.sort(Comparator.comparing((Submission each) -> each.submitted().orElse(Instant.MIN))
                .thenComparing(Submission::file));
        Map<String, Submission> byHash = new HashMap<>();
        inOrder.removeIf(submission -> byHash.putIfAbsent(submission.hash(), submission) != null);
        return inOrder;
    }

    private Submission choose(List<Submission> inOrder) {
        List<Submission> onTime = new ArrayList<>(inOrder);
        onTime.removeIf(this::isLate);
        List<Submission> from = onTime.isEmpty() || attempts == Attempts.BEST ? inOrder : onTime;
        Submission chosen = from.get(attempts == Attempts.FIRST ? 0 : from.size() - 1);
        if (attempts == Attempts.BEST) {
            for (Submission other : from) {
                chosen = earned(other).compareTo(earned(chosen)) > 0 ? other : chosen;
            }
        }
        return chosen;
    }

    private BigFraction earned(Submission submission) {
        return submission
                .graded()
                .orElseThrow()
                .earned()
                .multiply(Points.exact(lateness(submission).share()));
    }

    private boolean isLate(Submission submission) {
        return due.isPresent()
                && submission.submitted().isPresent()
                && submission.submitted().get().isAfter(due.get());
    }

    private Lateness lateness(Submission submission) {
        if (!isLate(submission)) {
            return Lateness.NONE;
        }
        Duration after =
                Duration.between(due.orElseThrow(), submission.submitted().orElseThrow());
        long days = after.minusNanos(1).toDays() + 1;
        String words = "handed in " + duration(after) + " late";
        if (late.refused()) {
            return new Lateness(true, BigDecimal.ZERO, words + ": late submissions do not count");
        }
        BigDecimal share = BigDecimal.ONE
                .subtract(late.perDay().multiply(BigDecimal.valueOf(days)))
                .max(BigDecimal.ZERO);
        BigDecimal percent =
                share.movePointRight(2).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return new Lateness(
                true,
                share,
                late.perDay().signum() == 0
                        ? words
                        : words + ": " + percent.toPlainString() + " % of the points remain");
    }

    private static String duration(Duration duration) {
        long minutes = Math.max(1, duration.toMinutes());
        if (minutes < 60) {
            return minutes + (minutes == 1 ? " minute" : " minutes");
        }
        long hours = minutes / 60;
        return hours < 48 ? hours + (hours == 1 ? " hour" : " hours") : hours / 24 + " days";
    }
}
