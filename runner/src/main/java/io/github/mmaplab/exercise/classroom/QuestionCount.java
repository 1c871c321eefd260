package io.github.mmaplab.exercise.classroom;

import io.github.mmaplab.exercise.classroom.ClassSummary.OfQuestion;
import io.github.mmaplab.exercise.classroom.ClassSummary.OfVariant;
import io.github.mmaplab.exercise.classroom.ClassSummary.WrongAnswer;
import io.github.mmaplab.exercise.grade.Mark;
import io.github.mmaplab.exercise.grade.QuestionGrade;
import io.github.mmaplab.mistake.Misconception;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Counts the answers to one question. */
final class QuestionCount {
    /** So many different wrong answers are counted one by one. */
    private static final int MOST_ANSWERS = 1000;

    /** So many of them are named. */
    private static final int MOST_NAMED = 5;

    /** So many variants are told apart. */
    private static final int MOST_VARIANTS = 4096;

    private final String name;
    private final BigDecimal worth;
    private final Map<Mark, Integer> marks = new EnumMap<>(Mark.class);
    private final Map<String, Wrong> wrong = new HashMap<>();
    private final Map<String, Mean> variants = new HashMap<>();
    private final Mean all = new Mean();
    private final Correlation withRest = new Correlation();
    private int uncounted;

    QuestionCount(String name, BigDecimal worth) {
        this.name = name;
        this.worth = worth;
    }

    private static final class Wrong {
        private int students;
        private final Map<Misconception, Integer> explainedBy = new EnumMap<>(Misconception.class);
    }

    private static final class Mean {
        private int count;
        private double sum;

        void add(double value) {
            count++;
            sum += value;
        }
    }

    /**
     * Adds an answer.
     *
     * @param earned the points
     * @param rest the points that the same student earned in all other questions
     */
    void add(QuestionGrade grade, String variant, double earned, double rest) {
        marks.merge(grade.mark(), 1, Integer::sum);
        all.add(earned);
        withRest.add(earned, rest);
        if (variants.containsKey(variant) || variants.size() < MOST_VARIANTS) {
            variants.computeIfAbsent(variant, none -> new Mean()).add(earned);
        }
        if (grade.mark() == Mark.WRONG) {
            addWrong(grade);
        }
    }

    private void addWrong(QuestionGrade grade) {
        if (!wrong.containsKey(grade.answer()) && wrong.size() >= MOST_ANSWERS) {
            uncounted++;
            return;
        }
        Wrong count = wrong.computeIfAbsent(grade.answer(), none -> new Wrong());
        count.students++;
        grade.explainedBy().forEach(each -> count.explainedBy.merge(each, 1, Integer::sum));
    }

    OfQuestion summary(int minimum) {
        List<WrongAnswer> answers = new ArrayList<>();
        wrong.forEach((answer, count) -> answers.add(new WrongAnswer(answer, count.students, count.explainedBy)));
        answers.sort(Comparator.comparingInt(WrongAnswer::students).reversed().thenComparing(WrongAnswer::answer));
        Map<String, OfVariant> byVariant = new TreeMap<>();
        variants.forEach((code, mean) -> {
            if (mean.count >= minimum && worth.signum() > 0) {
                byVariant.put(code, new OfVariant(mean.count, share(mean)));
            }
        });
        boolean enough = all.count >= minimum;
        return new OfQuestion(
                name,
                worth,
                marks,
                enough && worth.signum() > 0 ? OptionalDouble.of(share(all)) : OptionalDouble.empty(),
                enough ? withRest.pearson() : OptionalDouble.empty(),
                answers.subList(0, Math.min(MOST_NAMED, answers.size())),
                answers.size(),
                uncounted,
                byVariant);
    }

    private double share(Mean mean) {
        return mean.sum / mean.count / worth.doubleValue();
    }
}
