package io.github.mmaplab.exercise.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.exercise.grade.Policy.Attempts;
import io.github.mmaplab.exercise.grade.Policy.Late;
import io.github.mmaplab.exercise.grade.StudentGrade.Standing;
import io.github.mmaplab.scenario.model.Variant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

final class PolicyTest {
    private static final Instant DUE = Instant.parse("2026-12-01T12:00:00Z");
    private static final Submission UNREADABLE = new Submission(
            "bad.prediction.yaml",
            "bad",
            Optional.of(DUE.minusSeconds(1)),
            "s1",
            Submission.Status.UNREADABLE,
            Variant.ONLY,
            "",
            Map.of(),
            Optional.empty(),
            List.of("it is no prediction"));

    /** A submission with so many of 10 points, handed in so long before or after it was due. */
    private static Submission submission(String name, int points, Duration after) {
        QuestionGrade grade = new QuestionGrade(
                "q", Mark.RIGHT, BigFraction.of(points), BigDecimal.TEN, Credit.FULL, "", "", "", List.of());
        return new Submission(
                name,
                name,
                Optional.of(DUE.plus(after)),
                "s1",
                Submission.Status.GRADED,
                Variant.ONLY,
                "",
                Map.of(),
                Optional.of(new Graded(List.of(grade), Diagnosis.none(0))),
                List.of());
    }

    private static final Submission EARLY = submission("early", 4, Duration.ofHours(-5));
    private static final Submission BETTER = submission("better", 9, Duration.ofHours(-3));
    private static final Submission LAST = submission("last", 6, Duration.ofHours(-1));
    private static final Submission LATE = submission("late", 10, Duration.ofHours(1));

    private static StudentGrade decide(Late late, Attempts attempts, Submission... submissions) {
        return new Policy(Optional.of(DUE), late, attempts).decide("s1", "", "", List.of(submissions));
    }

    private static String counted(StudentGrade grade) {
        return grade.counted().map(Submission::file).orElse("none");
    }

    @Test
    void of_those_on_time_the_one_counts_that_the_policy_names() {
        assertThat(counted(decide(Late.FLAGGED, Attempts.FIRST, LATE, LAST, BETTER, EARLY)))
                .isEqualTo("early");
        assertThat(counted(decide(Late.FLAGGED, Attempts.LAST, LATE, LAST, BETTER, EARLY)))
                .isEqualTo("last");
    }

    @Test
    void the_best_is_best_after_what_being_late_costs() {
        assertThat(counted(decide(Late.FLAGGED, Attempts.BEST, LATE, LAST, BETTER, EARLY)))
                .isEqualTo("late");
        Late costly = new Late(false, new BigDecimal("0.2"));
        assertThat(counted(decide(costly, Attempts.BEST, LATE, LAST, BETTER, EARLY)))
                .isEqualTo("better");
    }

    @Test
    void each_day_begun_costs_its_share_and_never_more_than_all() {
        Late late = new Late(false, new BigDecimal("0.4"));
        Submission aDay = submission("a-day", 10, Duration.ofHours(24));
        Submission twoDays = submission("two-days", 10, Duration.ofHours(24).plusNanos(1));
        Submission aWeek = submission("a-week", 10, Duration.ofDays(7));
        assertThat(decide(late, Attempts.LAST, aDay).earned()).contains(BigFraction.of(6));
        assertThat(decide(late, Attempts.LAST, twoDays).earned()).contains(BigFraction.of(2));
        assertThat(decide(late, Attempts.LAST, aWeek).earned()).contains(BigFraction.ZERO);
        assertThat(decide(late, Attempts.LAST, twoDays).lateness().words())
                .isEqualTo("handed in 24 hours late: 20 % of the points remain");
    }

    @Test
    void the_moment_at_which_it_is_due_is_on_time() {
        assertThat(decide(Late.REFUSED, Attempts.LAST, submission("then", 1, Duration.ZERO))
                        .standing())
                .isEqualTo(Standing.GRADED);
    }

    @Test
    void what_is_refused_for_being_late_is_no_zero() {
        StudentGrade grade = decide(Late.REFUSED, Attempts.LAST, LATE);
        assertThat(grade.standing()).isEqualTo(Standing.NOT_GRADABLE);
        assertThat(grade.earned()).isEmpty();
        assertThat(grade.lateness().words()).contains("late submissions do not count");
        assertThat(counted(decide(Late.REFUSED, Attempts.LAST, LATE, EARLY))).isEqualTo("early");
    }

    @Test
    void handing_in_the_same_file_again_keeps_the_earlier_time() {
        Submission again = new Submission(
                "again",
                LAST.hash(),
                Optional.of(DUE.plusSeconds(60)),
                "s1",
                LAST.status(),
                LAST.variant(),
                "",
                Map.of(),
                LAST.graded(),
                List.of());
        StudentGrade grade = decide(Late.REFUSED, Attempts.LAST, again, LAST);
        assertThat(counted(grade)).isEqualTo("last");
        assertThat(grade.lateness().late()).isFalse();
        assertThat(grade.others()).containsExactly(again);
    }

    @Test
    void a_bad_file_never_takes_the_place_of_a_good_one() {
        assertThat(counted(decide(Late.FLAGGED, Attempts.LAST, LAST, UNREADABLE)))
                .isEqualTo("last");
        StudentGrade bad = decide(Late.FLAGGED, Attempts.LAST, UNREADABLE);
        assertThat(bad.standing()).isEqualTo(Standing.NOT_GRADABLE);
        assertThat(bad.others()).containsExactly(UNREADABLE);
    }

    @Test
    void nothing_handed_in_is_missing_and_no_zero() {
        StudentGrade grade = decide(Late.FLAGGED, Attempts.LAST);
        assertThat(grade.standing()).isEqualTo(Standing.MISSING);
        assertThat(grade.earned()).isEmpty();
    }

    @Test
    void the_order_of_the_files_does_not_matter() {
        List<Submission> all = new ArrayList<>(List.of(EARLY, BETTER, LAST, LATE, UNREADABLE));
        for (Attempts attempts : Attempts.values()) {
            Policy policy = new Policy(Optional.of(DUE), Late.FLAGGED, attempts);
            String first = counted(policy.decide("s1", "", "", all));
            for (int i = 0; i < all.size(); i++) {
                all.add(all.remove(0));
                assertThat(counted(policy.decide("s1", "", "", all))).isEqualTo(first);
            }
        }
    }
}
