package io.github.mmaplab.exercise.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mmaplab.exercise.classroom.ClassSummary.OfQuestion;
import io.github.mmaplab.exercise.grade.Credit;
import io.github.mmaplab.exercise.grade.Diagnosis;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Mark;
import io.github.mmaplab.exercise.grade.QuestionGrade;
import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.StudentGrade.Lateness;
import io.github.mmaplab.exercise.grade.StudentGrade.Standing;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.scenario.model.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

final class ClassStatisticsTest {
    private static final String[] NAMES = {"a", "b", "c"};

    /** A student with these points, each out of one, in a variant. */
    private static StudentGrade student(String variant, Diagnosis diagnosis, int... points) {
        List<QuestionGrade> grades = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            grades.add(new QuestionGrade(
                    NAMES[i],
                    points[i] == 1 ? Mark.RIGHT : Mark.WRONG,
                    BigFraction.of(points[i]),
                    BigDecimal.ONE,
                    points[i] == 1 ? Credit.FULL : Credit.NONE,
                    points[i] == 1 ? "yes" : "no " + variant,
                    "",
                    points[i] == 1 ? List.of() : List.of(Misconception.LOADS_COPY)));
        }
        Submission submission = new Submission(
                "file",
                "hash",
                Optional.empty(),
                "s",
                Submission.Status.GRADED,
                Variant.ONLY,
                variant,
                Map.of(),
                Optional.of(new Graded(grades, diagnosis)),
                List.of());
        return new StudentGrade("s", "", "", Standing.GRADED, Optional.of(submission), List.of(), Lateness.NONE);
    }

    private static StudentGrade student(int... points) {
        return student("V", new Diagnosis(0, List.of(), 0, 0), points);
    }

    private static ClassSummary summary(int minimum, StudentGrade... students) {
        ClassStatistics statistics = new ClassStatistics(minimum);
        for (StudentGrade student : students) {
            statistics.add(student);
        }
        return statistics.summary();
    }

    private static OfQuestion question(ClassSummary summary, String name) {
        return summary.questions().stream()
                .filter(question -> question.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void facility_and_discrimination_are_those_computed_by_hand() {
        // a: 1 1 0 0, rest: 2 1 1 0; deviations of a: ½ ½ -½ -½, of the rest: 1 0 0 -1: r = 1 / sqrt(1 * 2)
        ClassSummary summary = summary(1, student(1, 1, 1), student(1, 1, 0), student(0, 0, 1), student(0, 0, 0));
        assertThat(question(summary, "a").facility()).hasValue(0.5);
        assertThat(question(summary, "a").discrimination().orElseThrow()).isCloseTo(1 / Math.sqrt(2), within(1e-12));
        assertThat(question(summary, "c").discrimination().orElseThrow()).isCloseTo(0, within(1e-12));
    }

    @Test
    void where_all_earn_the_same_there_is_no_discrimination_and_it_is_not_zero() {
        ClassSummary summary = summary(1, student(1, 1, 0), student(1, 0, 1), student(1, 0, 0));
        assertThat(question(summary, "a").facility()).hasValue(1);
        assertThat(question(summary, "a").discrimination()).isEmpty();
        assertThat(question(summary, "b").discrimination()).isPresent();
    }

    @Test
    void of_few_students_there_are_counts_and_no_figures() {
        ClassSummary summary = summary(5, student(1, 0, 1), student(0, 1, 1), student(1, 1, 1), student(0, 0, 0));
        assertThat(summary.graded()).isEqualTo(4);
        assertThat(summary.scores()).isEmpty();
        OfQuestion a = question(summary, "a");
        assertThat(a.marks()).containsEntry(Mark.RIGHT, 2).containsEntry(Mark.WRONG, 2);
        assertThat(a.facility()).isEmpty();
        assertThat(a.discrimination()).isEmpty();
        assertThat(a.facilityByVariant()).isEmpty();
    }

    @Test
    void nobody_is_a_class_too() {
        ClassSummary summary = summary(5);
        assertThat(summary.graded()).isZero();
        assertThat(summary.questions()).isEmpty();
        assertThat(summary.misconceptions()).isEmpty();
    }

    @Test
    void missing_students_and_files_of_nobody_are_counted_apart_and_lower_nothing() {
        ClassStatistics statistics = new ClassStatistics(1);
        statistics.add(student(1, 1, 1));
        statistics.add(new StudentGrade("m", "", "", Standing.MISSING, Optional.empty(), List.of(), Lateness.NONE));
        statistics.addUnknown();
        ClassSummary summary = statistics.summary();
        assertThat(summary.standings()).containsEntry(Standing.MISSING, 1).containsEntry(Standing.GRADED, 1);
        assertThat(summary.unknown()).isEqualTo(1);
        assertThat(summary.scores().orElseThrow().mean()).isEqualTo(3);
    }

    @Test
    void quartiles_are_scores_that_somebody_has() {
        ClassSummary summary = summary(1, student(0, 0, 0), student(1, 0, 0), student(1, 1, 0), student(1, 1, 1));
        ClassSummary.Scores scores = summary.scores().orElseThrow();
        assertThat(List.of(
                        scores.least(), scores.lowerQuartile(), scores.median(), scores.upperQuartile(), scores.most()))
                .extracting(BigDecimal::intValue)
                .containsExactly(0, 0, 1, 2, 3);
        assertThat(scores.mean()).isEqualTo(1.5);
    }

    @Test
    void an_unfair_variant_shows() {
        Diagnosis none = new Diagnosis(0, List.of(), 0, 0);
        List<StudentGrade> students = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            students.add(student("EASY", none, 1, 1, 1));
            students.add(student("HARD", none, 0, 1, 1));
        }
        students.add(student("RARE", none, 0, 0, 0));
        OfQuestion a = question(summary(5, students.toArray(StudentGrade[]::new)), "a");
        assertThat(a.facilityByVariant().get("EASY")).isEqualTo(new ClassSummary.OfVariant(5, 1));
        assertThat(a.facilityByVariant().get("HARD")).isEqualTo(new ClassSummary.OfVariant(5, 0));
        assertThat(a.facilityByVariant()).doesNotContainKey("RARE");
        assertThat(a.wrong().get(0).answer()).isEqualTo("no HARD");
        assertThat(a.wrong().get(0).students()).isEqualTo(5);
        assertThat(a.wrong().get(0).explainedBy()).containsExactly(Map.entry(Misconception.LOADS_COPY, 5));
    }

    @Test
    void who_can_not_be_told_apart_is_counted_among_others() {
        Diagnosis alone = new Diagnosis(1, List.of(Misconception.LOADS_COPY), 1, 0);
        Diagnosis either =
                new Diagnosis(1, List.of(Misconception.LOADS_COPY, Misconception.PRIVATE_IS_A_SNAPSHOT), 1, 0);
        ClassSummary summary =
                summary(1, student("V", alone, 0, 1, 1), student("V", alone, 0, 1, 1), student("V", either, 0, 1, 1));
        assertThat(summary.misconceptions())
                .containsExactly(
                        new ClassSummary.OfMisconception(Misconception.LOADS_COPY, 2, 1, 3),
                        new ClassSummary.OfMisconception(Misconception.PRIVATE_IS_A_SNAPSHOT, 0, 1, 0));
    }

    @Test
    void in_one_pass_the_correlation_is_that_of_two_passes() {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            int students = 2 + random.nextInt(200);
            double[] x = new double[students];
            double[] y = new double[students];
            Correlation correlation = new Correlation();
            for (int i = 0; i < students; i++) {
                x[i] = 1000 + random.nextInt(3);
                y[i] = x[i] + random.nextInt(5);
                correlation.add(x[i], y[i]);
            }
            double naive = twoPasses(x, y);
            if (Double.isNaN(naive)) {
                assertThat(correlation.pearson()).isEmpty();
            } else {
                assertThat(correlation.pearson().orElseThrow()).isCloseTo(naive, within(1e-9));
            }
        }
    }

    private static double twoPasses(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        return xx == 0 || yy == 0 ? Double.NaN : xy / Math.sqrt(xx * yy);
    }
}
