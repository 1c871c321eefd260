package io.github.mmaplab.exercise.classroom;

import io.github.mmaplab.exercise.classroom.ClassSummary.OfMisconception;
import io.github.mmaplab.exercise.classroom.ClassSummary.OfQuestion;
import io.github.mmaplab.exercise.classroom.ClassSummary.Scores;
import io.github.mmaplab.exercise.grade.Diagnosis;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Points;
import io.github.mmaplab.exercise.grade.QuestionGrade;
import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.StudentGrade.Standing;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.mistake.Misconception;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts a class, one student after the other, in memory that does not grow with their number. */
public final class ClassStatistics {
    /** Of how many students at least a figure is given, unless somebody wants it otherwise. */
    public static final int USUAL_MINIMUM = 5;

    private final int minimum;
    private final Map<Standing, Integer> standings = new EnumMap<>(Standing.class);
    private final Map<String, QuestionCount> questions = new LinkedHashMap<>();
    private final Map<Misconception, Integer> alone = new EnumMap<>(Misconception.class);
    private final Map<Misconception, Integer> amongOthers = new EnumMap<>(Misconception.class);
    private final Map<Misconception, Integer> answers = new EnumMap<>(Misconception.class);
    /** How many students have how many points: there are few different ones. */
    private final TreeMap<BigDecimal, Integer> scores = new TreeMap<>();

    private BigDecimal worth = BigDecimal.ZERO;
    private double sum;
    private int unknown;
    private int late;

    /**
     * An empty class.
     *
     * @param minimum of how many students at least a figure is given, from 1
     */
    public ClassStatistics(int minimum) {
        this.minimum = minimum;
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
        BigDecimal score = Points.rounded(student.earned().orElseThrow());
        scores.merge(score, 1, Integer::sum);
        sum += score.doubleValue();
        worth = graded.worth();
        double total = graded.earned().doubleValue();
        for (QuestionGrade question : graded.questions()) {
            double earned = question.earned().doubleValue();
            questions
                    .computeIfAbsent(question.question(), name -> new QuestionCount(name, question.worth()))
                    .add(question, counted.get().code(), earned, total - earned);
            question.explainedBy().forEach(each -> answers.merge(each, 1, Integer::sum));
        }
        add(graded.diagnosis());
    }

    private void add(Diagnosis diagnosis) {
        Map<Misconception, Integer> where = diagnosis.suspects().size() == 1 ? alone : amongOthers;
        diagnosis.suspects().forEach(suspect -> where.merge(suspect, 1, Integer::sum));
    }

    /** Adds a file of nobody who is known. */
    public void addUnknown() {
        unknown++;
    }

    /** What was counted so far. */
    public ClassSummary summary() {
        List<OfQuestion> ofQuestions = new ArrayList<>();
        questions.values().forEach(question -> ofQuestions.add(question.summary(minimum)));
        List<OfMisconception> ofMisconceptions = new ArrayList<>();
        for (Misconception misconception : Misconception.values()) {
            OfMisconception of = new OfMisconception(
                    misconception,
                    alone.getOrDefault(misconception, 0),
                    amongOthers.getOrDefault(misconception, 0),
                    answers.getOrDefault(misconception, 0));
            if (of.alone() + of.amongOthers() + of.answers() > 0) {
                ofMisconceptions.add(of);
            }
        }
        ofMisconceptions.sort(Comparator.comparingInt(OfMisconception::alone)
                .thenComparingInt(OfMisconception::amongOthers)
                .thenComparingInt(OfMisconception::answers)
                .reversed());
        return new ClassSummary(minimum, standings, unknown, late, scores(), ofQuestions, ofMisconceptions);
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
                sum / count));
    }

    /** The score that so many quarters of the students do not exceed (the nearest rank). */
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
