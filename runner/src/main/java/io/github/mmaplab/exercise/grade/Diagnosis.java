package io.github.mmaplab.exercise.grade;

import io.github.mmaplab.mistake.Misconception;
import java.util.List;

/**
 * What may explain the wrong answers of one student. It is a reading of a few answers, never a certainty: the numbers say
 * how well it fits.
 *
 * @param wrong how many answers are wrong
 * @param parts nothing, where no misconception explains enough to be named; one; or two that hold together, of which each
 *     explains what the other does not
 * @param explained how many wrong answers the parts explain together
 * @param contradicted how many right answers a student who believes all parts would have got wrong
 */
public record Diagnosis(int wrong, List<Suspicion> parts, int explained, int contradicted) {
    /** Nothing is wrong, or nothing is named that explains it. */
    public static Diagnosis none(int wrong) {
        return new Diagnosis(wrong, List.of(), 0, 0);
    }

    /** Copies the list. */
    public Diagnosis {
        parts = List.copyOf(parts);
    }

    /** All that is named, in all parts. */
    public List<Misconception> suspects() {
        return parts.stream().flatMap(part -> part.suspects().stream()).toList();
    }

    /** How many wrong answers are left unexplained. */
    public int unexplained() {
        return wrong - explained;
    }

    /** Whether it explains every wrong answer and contradicts no right one. */
    public boolean fitsAll() {
        return !parts.isEmpty() && explained == wrong && contradicted == 0;
    }
}
