package io.github.mmaplab.exercise.classroom;

import io.github.mmaplab.exercise.classroom.ClassSummary.OfQuestion;
import io.github.mmaplab.exercise.classroom.ClassSummary.Scores;
import io.github.mmaplab.exercise.classroom.ClassSummary.Suspects;
import io.github.mmaplab.exercise.grade.Diagnosis;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Mark;
import io.github.mmaplab.exercise.grade.Points;
import io.github.mmaplab.exercise.grade.QuestionGrade;
import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.StudentGrade.Standing;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.grade.Suspicion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Counts a class, one student at a time. What it keeps of a student is the wrong answers, where no one else gave the
 * same, and of each question no more than 131,072 of them. What it says does not depend on the
 * order of the students.
 */
public final class ClassStatistics {
    /** Of how many students at least a figure is given, unless asked for otherwise. */
    public static final int USUAL_MINIMUM = 5;

    /** This many different results wait to be counted. */
    private static final int MOST_WAITING = 1 << 12;

    private final int minimum;
    private final Map<Standing, Integer> standings = new EnumMap<>(Standing.class);
    private final Map<String, QuestionCount> questions = new LinkedHashMap<>();
    private final Map<List<Suspicion>, Suspects> suspects = new HashMap<>();
    /** How many students have how many points: there are few different ones. */
    private final TreeMap<BigDecimal, Integer> scores = new TreeMap<>();

    /** The grades of students, with how many of them have not been counted so far. */
    private final IdentityHashMap<Graded, Tally> waiting = new IdentityHashMap<>();

    /** The same, in the order in which the first of each came. */
    private final List<Tally> inOrder = new ArrayList<>();

    private BigDecimal worth = BigDecimal.ZERO;
    private int nothingWrong;
    private int nothingExplains;
    private int nothingAnswered;
    private int unknown;
    private int late;

    /**
     * An empty class.
     *
     * @param minimum of how many students at least a figure is given, from 1
     */
    public ClassStatistics(int minimum) {
        if (minimum < 1) {
            throw new IllegalArgumentException("a figure is of at least 1 student, not of " + minimum);
        }
        this.minimum = minimum;
    }

    /** Students who share a grade. */
    private static final class Tally {
        private final Graded graded;
        private final String code;
        private int students;

        Tally(Graded graded, String code) {
            this.graded = graded;
            this.code = code;
        }
    }

    /** Adds a student. */
    public void add(StudentGrade student) {
        standings.merge(student.standing(), 1, Integer::sum);
        Optional<Submission> counted = student.counted();
        if (counted.isEmpty() || counted.get().graded().isEmpty()) {
            return;
        }
        late += student.lateness().late() ? 1 : 0;
        Graded graded = counted.get().graded().get();
        String code = counted.get().code();
        if (student.lateness().late()) {
            count(graded, student.earned().orElseThrow(), code, 1);
            return;
        }
        Tally tally = waiting.get(graded);
        if (tally == null || !tally.code.equals(code)) {
            tally = new Tally(graded, code);
            waiting.put(graded, tally);
            inOrder.add(tally);
        }
        tally.students++;
        if (inOrder.size() == MOST_WAITING) {
            countWaiting();
        }
    }

    private void countWaiting() {
        inOrder.forEach(tally -> count(tally.graded, tally.graded.earned(), tally.code, tally.students));
        inOrder.clear();
        waiting.clear();
    }

    /**
     * Counts students.
     *
     * @param graded the grade of each of them
     * @param earned the points of each, after what being late costs
     */
    private void count(Graded graded, BigFraction earned, String code, int students) {
        scores.merge(Points.rounded(earned), students, Integer::sum);
        worth = graded.worth();
        BigFraction total = graded.earned();
        for (QuestionGrade question : graded.questions()) {
            questions
                    .computeIfAbsent(question.question(), name -> new QuestionCount(name, question.worth()))
                    .add(question, code, total.subtract(question.earned()), students);
        }
        Diagnosis diagnosis = graded.diagnosis();
        if (graded.questions().stream().noneMatch(ClassStatistics::isAnswered)) {
            nothingAnswered += students;
        } else if (diagnosis.wrong() == 0) {
            nothingWrong += students;
        } else if (diagnosis.parts().isEmpty()) {
            nothingExplains += students;
        } else {
            Suspects those = Suspects.of(students, diagnosis);
            suspects.merge(those.parts(), those, Suspects::and);
        }
    }

    private static boolean isAnswered(QuestionGrade question) {
        return question.mark() == Mark.RIGHT || question.mark() == Mark.WRONG;
    }

    /** Adds a file of an unknown student. */
    public void addUnknown() {
        unknown++;
    }

    /** What was counted so far. */
    public ClassSummary summary() {
        countWaiting();
        List<OfQuestion> ofQuestions = new ArrayList<>();
        questions.values().forEach(question -> ofQuestions.add(question.summary(minimum)));
        List<Suspects> bySuspects = new ArrayList<>(suspects.values());
        bySuspects.sort(Comparator.comparingInt(Suspects::students)
                .reversed()
                .thenComparing(Suspects::misconceptions, Suspects.IN_ORDER)
                .thenComparing(each -> each.parts().toString()));
        ClassSummary.Beliefs beliefs =
                new ClassSummary.Beliefs(bySuspects, nothingWrong, nothingExplains, nothingAnswered);
        return new ClassSummary(minimum, standings, unknown, late, scores(), ofQuestions, beliefs);
    }

    private Optional<Scores> scores() {
        int count = scores.values().stream().mapToInt(Integer::intValue).sum();
        if (count == 0 || count < minimum) {
            return Optional.empty();
        }
        return Optional.of(new Scores(
                worth,
                scores.firstKey(),
                quantile(count, 1),
                quantile(count, 2),
                quantile(count, 3),
                scores.lastKey(),
                sum().doubleValue() / count));
    }

    private BigDecimal sum() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<BigDecimal, Integer> score : scores.entrySet()) {
            sum = sum.add(score.getKey().multiply(BigDecimal.valueOf(score.getValue())));
        }
        return sum;
    }

    /** The score that this many quarters of the students do not exceed (the nearest rank). */
    private BigDecimal quantile(int count, int quarters) {
        int rank = Math.max(1, (count * quarters + 3) / 4);
        int passed = 0;
        for (Map.Entry<BigDecimal, Integer> score : scores.entrySet()) {
            passed += score.getValue();
            if (passed >= rank) {
                return score.getKey();
            }
        }
        return scores.lastKey();
    }
}
