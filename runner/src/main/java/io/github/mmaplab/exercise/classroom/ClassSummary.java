package io.github.mmaplab.exercise.classroom;

import io.github.mmaplab.exercise.grade.Diagnosis;
import io.github.mmaplab.exercise.grade.Mark;
import io.github.mmaplab.exercise.grade.StudentGrade.Standing;
import io.github.mmaplab.exercise.grade.Suspicion;
import io.github.mmaplab.mistake.Misconception;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
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
 * @param unknown the number of files of unknown students
 * @param late how many of those graded were late
 * @param scores the points of those graded; absent, if they are too few
 * @param questions in the order asked
 * @param beliefs what may explain the wrong answers of each student who is graded
 */
public record ClassSummary(
        int minimum,
        Map<Standing, Integer> standings,
        int unknown,
        int late,
        Optional<Scores> scores,
        List<OfQuestion> questions,
        Beliefs beliefs) {
    /** Copies the collections. */
    public ClassSummary {
        EnumMap<Standing, Integer> all = new EnumMap<>(Standing.class);
        for (Standing standing : Standing.values()) {
            all.put(standing, standings.getOrDefault(standing, 0));
        }
        standings = Collections.unmodifiableMap(all);
        questions = List.copyOf(questions);
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
     * @param marks how many answers have which mark; together they are the students graded
     * @param facility the mean of what was earned, as a share of what could be; absent below the minimum
     * @param discrimination the correlation (Pearson) of what was earned here with what was earned in all other questions;
     *     absent below the minimum, and where all earned the same here or there
     * @param wrong the most common wrong answers, the most frequent first
     * @param distinct how many different wrong answers are counted
     * @param uncounted how many wrong answers are none of these, for there are too many different ones
     * @param unreadable the most common answers that could not be read, as they were written, the most frequent first
     * @param distinctUnreadable how many different ones of these are counted
     * @param variants the question by variant
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
            List<Unreadable> unreadable,
            int distinctUnreadable,
            Variants variants) {
        /** Copies the collections. */
        public OfQuestion {
            EnumMap<Mark, Integer> all = new EnumMap<>(Mark.class);
            for (Mark mark : Mark.values()) {
                all.put(mark, marks.getOrDefault(mark, 0));
            }
            marks = Collections.unmodifiableMap(all);
            wrong = List.copyOf(wrong);
            unreadable = List.copyOf(unreadable);
        }

        /** How many students were asked: the N of the figures of this question. */
        public int asked() {
            return marks.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** How many students wrote an answer, be it one that can't be. */
        public int answered() {
            return asked() - marks.getOrDefault(Mark.UNANSWERED, 0);
        }
    }

    /**
     * A question by variant. Each student is counted in one of the three; of a question worth nothing, none is shown.
     *
     * @param shown by code, those that enough students have
     * @param rare how many students have one that fewer have
     * @param uncounted how many students have one that is not counted for itself, for there are too many different ones
     */
    public record Variants(Map<String, OfVariant> shown, int rare, int uncounted) {
        /** Of no students. */
        public static final Variants NONE = new Variants(Map.of(), 0, 0);

        /** Copies the map. */
        public Variants {
            shown = Collections.unmodifiableMap(new LinkedHashMap<>(shown));
        }
    }

    /** How many students have a variant, and the facility among them. */
    public record OfVariant(int students, double facility) {}

    /** An answer that could not be read, as it was written, cut if it is long; untrusted. */
    public record Unreadable(String written, int students) {}

    /**
     * A wrong answer.
     *
     * @param answer what it was taken for, cut if it is long; untrusted
     * @param written as it was written, by one of those who gave it; untrusted
     * @param explained what leads to it, each student counted once or, where nothing does, not; the most frequent first
     */
    public record WrongAnswer(String answer, String written, int students, List<Explained> explained) {
        /** Puts the list in order. */
        public WrongAnswer {
            explained = explained.stream().sorted(Explained.IN_ORDER).toList();
        }
    }

    /**
     * How many students gave an answer to which just these misconceptions lead, in the variant of each.
     *
     * @param by one or more, which the answer can't tell apart
     */
    public record Explained(List<Misconception> by, int students) {
        private static final Comparator<Explained> IN_ORDER =
                Comparator.comparingInt(Explained::students).reversed().thenComparing(Explained::by, Suspects.IN_ORDER);

        /** Copies the list. */
        public Explained {
            by = List.copyOf(by);
        }
    }

    /**
     * What may explain wrong answers. Each student who is graded is counted in one place.
     *
     * @param suspects by the misconceptions that are named, the most frequent first
     * @param nothingWrong how many students have answers and no wrong one
     * @param nothingExplains how many have wrong ones, and no misconception explains enough of them to be named
     * @param nothingAnswered how many have no answer that could be read
     */
    public record Beliefs(List<Suspects> suspects, int nothingWrong, int nothingExplains, int nothingAnswered) {
        /** Of no students. */
        public static final Beliefs NONE = new Beliefs(List.of(), 0, 0, 0);

        /** Copies the list. */
        public Beliefs {
            suspects = List.copyOf(suspects);
        }
    }

    /**
     * The misconceptions that are named for some students.
     *
     * @param parts one, or two that hold together; without the questions, which differ from student to student
     * @param students for how many students just these are named
     * @param wrong how many wrong answers these students gave
     * @param explained how many of those the parts explain together
     * @param contradicted how many right answers a student who believes all parts would have got wrong
     */
    public record Suspects(List<Suspicion> parts, int students, int wrong, int explained, int contradicted) {
        /** By their places in the catalogue, then the fewest. */
        static final Comparator<List<Misconception>> IN_ORDER = Comparator.comparing(
                        (List<Misconception> list) -> list.get(0))
                .thenComparingInt(List::size)
                .thenComparing(List::toString);

        /** Copies the list, and leaves out the questions. */
        public Suspects {
            parts = parts.stream()
                    .map(part -> new Suspicion(part.suspects(), part.alike(), List.of()))
                    .toList();
        }

        /** Students who have the same diagnosis, with suspects. */
        static Suspects of(int students, Diagnosis diagnosis) {
            return new Suspects(
                    diagnosis.parts(),
                    students,
                    students * diagnosis.wrong(),
                    students * diagnosis.explained(),
                    students * diagnosis.contradicted());
        }

        /** All that are named. */
        public List<Misconception> misconceptions() {
            return parts.stream().flatMap(part -> part.suspects().stream()).toList();
        }

        /** These and other students. */
        Suspects and(Suspects other) {
            return new Suspects(
                    parts,
                    students + other.students,
                    wrong + other.wrong,
                    explained + other.explained,
                    contradicted + other.contradicted);
        }
    }
}
