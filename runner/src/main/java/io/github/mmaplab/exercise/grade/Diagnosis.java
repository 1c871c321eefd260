package io.github.mmaplab.exercise.grade;

import io.github.mmaplab.mistake.Misconception;
import java.util.List;

/**
 * What may lie behind the wrong answers of one student. It is a reading of a few answers, never a certainty: the numbers
 * say how well it fits.
 *
 * @param wrong how many answers are wrong
 * @param suspects the misconceptions that explain the most wrong answers and contradict the fewest right ones: several,
 *     where the answers can't tell them apart; none, where no wrong answer is explained
 * @param explained how many wrong answers each of them explains
 * @param contradicted how many right answers each of them would have got wrong
 */
public record Diagnosis(int wrong, List<Misconception> suspects, int explained, int contradicted) {
    /** Nothing is wrong, or nothing that is wrong is explained. */
    static Diagnosis none(int wrong) {
        return new Diagnosis(wrong, List.of(), 0, 0);
    }

    /** Copies the list. */
    public Diagnosis {
        suspects = List.copyOf(suspects);
    }

    /** Whether it explains every wrong answer and contradicts no right one. */
    public boolean fitsAll() {
        return !suspects.isEmpty() && explained == wrong && contradicted == 0;
    }
}
