package io.github.mmaplab.exercise.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import io.github.mmaplab.exercise.grade.Suspicion;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.scenario.model.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
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

    private static Suspicion alone(Misconception misconception) {
        return new Suspicion(List.of(misconception), true, List.of("a"));
    }

    private static StudentGrade student(int... points) {
        return student("V", Diagnosis.none(0), points);
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
        assertThat(a.variants()).isEqualTo(new ClassSummary.Variants(Map.of(), 4, 0));
    }

    @Test
    void nobody_is_a_class_too() {
        ClassSummary summary = summary(5);
        assertThat(summary.graded()).isZero();
        assertThat(summary.questions()).isEmpty();
        assertThat(summary.beliefs()).isEqualTo(ClassSummary.Beliefs.NONE);
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
        Diagnosis none = Diagnosis.none(0);
        List<StudentGrade> students = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            students.add(student("EASY", none, 1, 1, 1));
            students.add(student("HARD", none, 0, 1, 1));
        }
        students.add(student("RARE", none, 0, 0, 0));
        OfQuestion a = question(summary(5, students.toArray(StudentGrade[]::new)), "a");
        assertThat(a.variants().shown().get("EASY")).isEqualTo(new ClassSummary.OfVariant(5, 1));
        assertThat(a.variants().shown().get("HARD")).isEqualTo(new ClassSummary.OfVariant(5, 0));
        assertThat(a.variants().shown()).doesNotContainKey("RARE");
        assertThat(a.variants().rare()).isEqualTo(1);
        assertThat(a.wrong().get(0).answer()).isEqualTo("no HARD");
        assertThat(a.wrong().get(0).students()).isEqualTo(5);
        assertThat(a.wrong().get(0).explained())
                .containsExactly(new ClassSummary.Explained(List.of(Misconception.LOADS_COPY), 5));
    }

    @Test
    void misconceptions_that_answers_can_not_tell_apart_are_one_row_and_nobody_is_in_two() {
        Diagnosis alone = new Diagnosis(1, List.of(alone(Misconception.LOADS_COPY)), 1, 0);
        List<Suspicion> both = List.of(new Suspicion(
                List.of(Misconception.LOADS_COPY, Misconception.PRIVATE_IS_A_SNAPSHOT), true, List.of("a")));
        List<Suspicion> without = List.of(new Suspicion(both.get(0).suspects(), true, List.of()));
        ClassSummary summary = summary(
                1,
                student("V", new Diagnosis(2, both, 1, 1), 0, 1, 1),
                student("V", alone, 0, 1, 1),
                student("V", Diagnosis.none(1), 0, 1, 1),
                student(1, 1, 1),
                student("V", alone, 0, 1, 1));
        assertThat(summary.beliefs())
                .isEqualTo(new ClassSummary.Beliefs(
                        List.of(
                                new ClassSummary.Suspects(List.of(alone(Misconception.LOADS_COPY)), 2, 2, 2, 0),
                                new ClassSummary.Suspects(without, 1, 2, 1, 1)),
                        1,
                        1,
                        0));
    }

    @Test
    void a_class_of_any_order_is_the_same_class() {
        List<Misconception> catalogue = List.copyOf(EnumSet.allOf(Misconception.class));
        List<StudentGrade> students = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Diagnosis diagnosis =
                    new Diagnosis(1 + i % 2, i % 3 == 0 ? List.of() : List.of(alone(catalogue.get(i % 5))), 1, i % 2);
            students.add(student("V" + i % 7, diagnosis, i % 2, i % 3 == 0 ? 1 : 0, 1));
        }
        ClassSummary summary = summary(5, students.toArray(StudentGrade[]::new));
        Collections.shuffle(students, new Random(3));
        assertThat(summary(5, students.toArray(StudentGrade[]::new))).isEqualTo(summary);
    }

    @Test
    void a_figure_of_nobody_is_refused() {
        assertThatThrownBy(() -> new ClassStatistics(0)).hasMessage("a figure is of at least 1 student, not of 0");
    }

    private static QuestionGrade wrong(String answer) {
        return new QuestionGrade(
                "q", Mark.WRONG, BigFraction.ZERO, BigDecimal.ONE, Credit.NONE, answer, answer, "", List.of());
    }

    @Test
    void which_answers_and_variants_are_counted_does_not_depend_on_their_order() {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            answers.add("answer " + i % 100);
        }
        OfQuestion first = null;
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(answers, new Random(round));
            QuestionCount count = new QuestionCount("q", BigDecimal.ONE, 10, 20);
            answers.forEach(answer -> count.add(wrong(answer), "V" + answer, BigFraction.ZERO, 1));
            OfQuestion summary = count.summary(1);
            assertThat(summary.distinct()).isEqualTo(10);
            assertThat(summary.wrong()).allMatch(answer -> answer.students() == 3);
            assertThat(summary.uncounted()).isEqualTo(300 - 30);
            assertThat(summary.variants().shown()).hasSize(20);
            assertThat(summary.variants().uncounted()).isEqualTo(300 - 60);
            first = first == null ? summary : first;
            assertThat(summary).isEqualTo(first);
        }
    }

    @Test
    void long_answers_are_cut_and_still_told_apart() {
        QuestionCount count = new QuestionCount("q", BigDecimal.ONE);
        String half = "x".repeat(79);
        count.add(wrong(half + "\uD83D\uDE00" + "a".repeat(60_000)), "V", BigFraction.ZERO, 1);
        count.add(wrong(half + "\uD83D\uDE00" + "b".repeat(60_000)), "V", BigFraction.ZERO, 1);
        count.add(wrong(half + "y"), "V", BigFraction.ZERO, 1);
        assertThat(count.summary(1).wrong())
                .extracting(ClassSummary.WrongAnswer::answer)
                .hasSize(3)
                .contains(half + "y")
                .filteredOn(answer -> answer.length() > 80)
                .hasSize(2)
                .allMatch(answer -> answer.matches(half + "\\.{3} \\(60081 characters, SHA-256 [0-9a-f]{16}\\)"));
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
                correlation.add(BigFraction.of((int) x[i]), BigFraction.of((int) y[i]), 1);
            }
            double naive = twoPasses(x, y);
            if (Double.isNaN(naive)) {
                assertThat(correlation.pearson()).isEmpty();
            } else {
                assertThat(correlation.pearson().orElseThrow()).isCloseTo(naive, within(1e-9));
            }
        }
    }

    @Test
    void points_however_small_vary_and_points_however_large_may_not() {
        Correlation small = new Correlation();
        Correlation same = new Correlation();
        for (int i = 0; i < 10; i++) {
            small.add(BigFraction.of(i % 2, 100_000_000), BigFraction.of(i % 2, 3), 1);
            same.add(BigFraction.of(1_000_000_000, 3), BigFraction.of(i), 1);
        }
        assertThat(small.pearson()).hasValue(1);
        assertThat(same.pearson()).isEmpty();
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
