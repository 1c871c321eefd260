package io.github.mmaplab.exercise.grade;

import io.github.mmaplab.mistake.Misconception;
import java.util.List;

/**
 * What may explain some wrong answers of a student.
 *
 * @param suspects one misconception, or several of which each explains them
 * @param alike whether the several predict the same for all that was answered, so that it can't tell them apart; one alone
 *     is like itself
 * @param explains the questions whose wrong answers they explain
 */
public record Suspicion(List<Misconception> suspects, boolean alike, List<String> explains) {
    /** Copies the lists. */
    public Suspicion {
        suspects = List.copyOf(suspects);
        explains = List.copyOf(explains);
    }
}
