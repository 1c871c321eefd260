package io.github.mmaplab.exercise.classroom;

import io.github.mmaplab.exercise.classroom.ClassSummary.OfQuestion;
import io.github.mmaplab.exercise.classroom.ClassSummary.OfVariant;
import io.github.mmaplab.exercise.classroom.ClassSummary.Unreadable;
import io.github.mmaplab.exercise.classroom.ClassSummary.WrongAnswer;
import io.github.mmaplab.exercise.grade.Mark;
import io.github.mmaplab.exercise.grade.Points;
import io.github.mmaplab.exercise.grade.QuestionGrade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.numbers.fraction.BigFraction;

/** Counts the answers to one question. */
final class QuestionCount {
    /** The maximum number of different wrong answers that are counted; only a class with more students can exceed it. */
    static final int MOST_ANSWERS = 1 << 17;

    /** The maximum number of variants that are counted separately: as many as a page has room for. */
    static final int MOST_VARIANTS = 1 << 12;

    /** The maximum number of wrong answers that are named. */
    private static final int MOST_NAMED = 5;

    private final String name;
    private final BigDecimal worth;
    private final Map<Mark, Integer> marks = new EnumMap<>(Mark.class);
    private final BoundedCounts<WrongCount> wrong;
    private final BoundedCounts<WrongCount> unreadable;
    private final BoundedCounts<Mean> variants;
    private final Mean all = new Mean();
    private final Correlation withRest = new Correlation();

    QuestionCount(String name, BigDecimal worth) {
        this(name, worth, MOST_ANSWERS, MOST_VARIANTS);
    }

    /** With other limits than the usual ones. */
    QuestionCount(String name, BigDecimal worth, int mostAnswers, int mostVariants) {
        this.name = name;
        this.worth = worth;
        this.wrong = new BoundedCounts<>(mostAnswers, WrongCount::new);
        this.unreadable = new BoundedCounts<>(mostAnswers, WrongCount::new);
        this.variants = new BoundedCounts<>(mostVariants, Mean::new);
    }

    private static final class Mean {
        private int count;
        private BigFraction sum = BigFraction.ZERO;

        void add(BigFraction value, int students) {
            count += students;
            sum = sum.add(value.multiply(students));
        }
    }

    /**
     * Adds an answer.
     *
     * @param rest the points that the same student earned in all other questions
     * @param students how many students gave the answer and earned these points
     */
    void add(QuestionGrade grade, String variant, BigFraction rest, int students) {
        marks.merge(grade.mark(), students, Integer::sum);
        all.add(grade.earned(), students);
        withRest.add(grade.earned(), rest, students);
        Mean ofVariant = variants.of(variant);
        if (ofVariant != null) {
            ofVariant.add(grade.earned(), students);
        }
        if (grade.mark() == Mark.WRONG) {
            WrongCount count = wrong.of(WrongCount.shown(grade.answer()));
            if (count != null) {
                count.add(WrongCount.shown(grade.written()), grade.explainedBy(), students);
            }
        }
        if (grade.mark() == Mark.INVALID) {
            WrongCount count = unreadable.of(WrongCount.shown(grade.written()));
            if (count != null) {
                count.add("", List.of(), students);
            }
        }
    }

    OfQuestion summary(int minimum) {
        List<WrongAnswer> answers = new ArrayList<>();
        wrong.all().forEach((answer, count) -> answers.add(count.summary(answer)));
        answers.sort(Comparator.comparingInt(WrongAnswer::students).reversed().thenComparing(WrongAnswer::answer));
        int counted = answers.stream().mapToInt(WrongAnswer::students).sum();
        boolean enough = all.count >= minimum;
        return new OfQuestion(
                name,
                worth,
                marks,
                enough && worth.signum() > 0 ? OptionalDouble.of(share(all)) : OptionalDouble.empty(),
                enough ? withRest.pearson() : OptionalDouble.empty(),
                answers.subList(0, Math.min(MOST_NAMED, answers.size())),
                answers.size(),
                marks.getOrDefault(Mark.WRONG, 0) - counted,
                commonestUnreadable(),
                unreadable.all().size(),
                variants(minimum));
    }

    private List<Unreadable> commonestUnreadable() {
        List<Unreadable> all = new ArrayList<>();
        unreadable
                .all()
                .forEach((written, count) ->
                        all.add(new Unreadable(written, count.summary(written).students())));
        all.sort(Comparator.comparingInt(Unreadable::students).reversed().thenComparing(Unreadable::written));
        return all.subList(0, Math.min(MOST_NAMED, all.size()));
    }

    private ClassSummary.Variants variants(int minimum) {
        Map<String, OfVariant> shown = new LinkedHashMap<>();
        int rare = 0;
        int counted = 0;
        for (Map.Entry<String, Mean> each : variants.all().entrySet()) {
            Mean mean = each.getValue();
            counted += mean.count;
            if (mean.count < minimum) {
                rare += mean.count;
            } else if (worth.signum() > 0) {
                shown.put(each.getKey(), new OfVariant(mean.count, share(mean)));
            }
        }
        return new ClassSummary.Variants(shown, rare, all.count - counted);
    }

    private double share(Mean mean) {
        return mean.sum.divide(Points.exact(worth)).divide(mean.count).doubleValue();
    }
}
