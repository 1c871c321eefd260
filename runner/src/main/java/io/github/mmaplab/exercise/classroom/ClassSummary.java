package io.github.mmaplab.exercise.classroom;

import io.github.mmaplab.exercise.grade.Mark;
import io.github.mmaplab.exercise.grade.StudentGrade.Standing;
import io.github.mmaplab.mistake.Misconception;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a class as a whole shows. Figures of fewer students than {@code minimum} are left out, not zero: they would say
 * more about chance, or about single students, than about the class.
 *
 * @param minimum of how many students at least a figure is given
 * @param standings how many students have which standing
 * @param unknown how many files are of nobody who is known
 * @param late how many of those graded were late
 * @param scores the points of those graded; absent, if they are too few
 * @param questions in the order asked
 * @param misconceptions those that show in somebody's answers, the most frequent first
 */
public record ClassSummary(
        int minimum,
        Map<Standing, Integer> standings,
        int unknown,
        int late,
        Optional<Scores> scores,
        List<OfQuestion> questions,
        List<OfMisconception> misconceptions) {
    /** Copies the collections. */
    public ClassSummary {
        EnumMap<Standing, Integer> all = new EnumMap<>(Standing.class);
        for (Standing standing : Standing.values()) {
            all.put(standing, standings.getOrDefault(standing, 0));
        }
        standings = Collections.unmodifiableMap(all);
        questions = List.copyOf(questions);
        misconceptions = List.copyOf(misconceptions);
    }

    /** How many students are graded: the N of all figures that have no other. */
    public int graded() {
        return standings.getOrDefault(Standing.GRADED, 0);
    }

    /** The distribution of the points, each rounded to two decimals. */
    public record Scores(
            BigDecimal worth,
            BigDecimal least,
            BigDecimal lowerQuartile,
            BigDecimal median,
            BigDecimal upperQuartile,
            BigDecimal most,
            double mean) {}

    /**
     * A question.
     *
     * @param marks how many answers have which mark
     * @param facility the mean of what was earned, as a share of what could be; absent below the minimum
     * @param discrimination the correlation (Pearson) of what was earned here with what was earned in all other questions;
     *     absent below the minimum, and where all earned the same here or there
     * @param wrong the commonest wrong answers, the most frequent first
     * @param distinct how many different wrong answers there are
     * @param uncounted how many wrong answers came when there were too many different ones to count each
     * @param facilityByVariant by code, of the variants that enough students have
     */
    public record OfQuestion(
            String name,
            BigDecimal worth,
            Map<Mark, Integer> marks,
            OptionalDouble facility,
            OptionalDouble discrimination,
            List<WrongAnswer> wrong,
            int distinct,
            int uncounted,
            Map<String, OfVariant> facilityByVariant) {
        /** Copies the collections. */
        public OfQuestion {
            EnumMap<Mark, Integer> all = new EnumMap<>(Mark.class);
            for (Mark mark : Mark.values()) {
                all.put(mark, marks.getOrDefault(mark, 0));
            }
            marks = Collections.unmodifiableMap(all);
            wrong = List.copyOf(wrong);
            facilityByVariant = Collections.unmodifiableMap(new LinkedHashMap<>(facilityByVariant));
        }
    }

    /** How many students have a variant, and the facility among them. */
    public record OfVariant(int students, double facility) {}

    /**
     * A wrong answer.
     *
     * @param answer as it was answered; untrusted
     * @param explainedBy of how many of the students each misconception explains it, in the variant of each
     */
    public record WrongAnswer(String answer, int students, Map<Misconception, Integer> explainedBy) {
        /** Copies the map, in the order of the catalogue. */
        public WrongAnswer {
            EnumMap<Misconception, Integer> inOrder = new EnumMap<>(Misconception.class);
            inOrder.putAll(explainedBy);
            explainedBy = Collections.unmodifiableMap(inOrder);
        }
    }

    /**
     * A misconception.
     *
     * @param alone how many students' wrong answers point to it and to no other
     * @param amongOthers how many students' wrong answers point to it and, as much, to others
     * @param answers how many single wrong answers it explains
     */
    public record OfMisconception(Misconception misconception, int alone, int amongOthers, int answers) {}
}
