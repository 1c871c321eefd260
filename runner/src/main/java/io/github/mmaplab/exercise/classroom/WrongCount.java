package io.github.mmaplab.exercise.classroom;

import io.github.mmaplab.exercise.Sha256;
import io.github.mmaplab.exercise.classroom.ClassSummary.Explained;
import io.github.mmaplab.exercise.classroom.ClassSummary.WrongAnswer;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.text.Medium;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts who gave one wrong answer. */
final class WrongCount {
    /** How much of an answer a summary keeps, in characters: there may be as many answers as students. */
    private static final int LONGEST = 80;

    /** How many hexadecimal digits of a hash tell long answers apart. */
    private static final int DIGITS = 16;

    private int students;
    /** The first in the order of the alphabet of what was written, so that the order of the students does not matter. */
    private String written = "";
    /** By what explains it, each set for itself. Most answers of a large class are explained by nothing. */
    private Map<List<Misconception>, Integer> explained = Map.of();

    /** An answer as the summary has it: a long one is cut, and followed by what distinguishes it from others with the same beginning. */
    static String shown(String answer) {
        if (answer.length() <= LONGEST) {
            return answer;
        }
        String hash = Sha256.of(answer);
        return Medium.cut(answer, LONGEST) + " (" + answer.length() + " characters, SHA-256 "
                + hash.substring(0, DIGITS) + ")";
    }

    /**
     * Adds students.
     *
     * @param as how it was written
     * @param suspects the misconceptions that lead to the answer in their variant
     * @param more how many they are
     */
    void add(String as, List<Misconception> suspects, int more) {
        written = students == 0 || as.compareTo(written) < 0 ? as : written;
        students += more;
        if (suspects.isEmpty()) {
            return;
        }
        if (explained.isEmpty()) {
            explained = new HashMap<>();
        }
        explained.merge(suspects, more, Integer::sum);
    }

    WrongAnswer summary(String answer) {
        List<Explained> sets = new ArrayList<>();
        explained.forEach((suspects, count) -> sets.add(new Explained(suspects, count)));
        return new WrongAnswer(answer, written, students, sets);
    }
}
