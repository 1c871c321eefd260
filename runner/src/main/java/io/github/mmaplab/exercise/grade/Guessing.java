package io.github.mmaplab.exercise.grade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How well the best of all theories fits a student who guesses: what a fit must exceed, so that of those who guess at most one
 * in 25 is suspected of something. Since it is the best of all that is compared, it does not matter how many there are.
 */
final class Guessing {
    /** The share of those who guess that may be suspected. */
    static final double LEVEL = 0.04;

    /** The maximum number of different sheets that are tried; all of them, if there are no more. */
    private static final int MOST = 1 << 13;

    /** The maximum number of kinds of sheets that are remembered: the variants of an exercise are of one kind or of a few. */
    private static final int MOST_KNOWN = 1 << 10;

    private static final Map<Sheet, Double> KNOWN = new ConcurrentHashMap<>();

    private Guessing() {}

    /** All that the result depends on. */
    private record Sheet(List<Integer> plausible, List<List<Long>> beliefs) {
        static Sheet of(int[] plausible, List<long[]> beliefs) {
            List<List<Long>> rows = new ArrayList<>();
            beliefs.forEach(row -> rows.add(Arrays.stream(row).boxed().toList()));
            return new Sheet(Arrays.stream(plausible).boxed().toList(), rows);
        }
    }

    /** The score that a fit must exceed. */
    static double limit(int[] plausible, List<long[]> beliefs, Theories theories) {
        Sheet sheet = Sheet.of(plausible, beliefs);
        Double known = KNOWN.get(sheet);
        if (known == null) {
            known = limit(plausible, theories);
            if (KNOWN.size() < MOST_KNOWN) {
                KNOWN.put(sheet, known);
            }
        }
        return known;
    }

    private static double limit(int[] plausible, Theories theories) {
        long sheets = 1;
        for (int count : plausible) {
            sheets = Math.min(MOST + 1L, sheets * count);
        }
        int tries = (int) Math.min(MOST, sheets);
        double[] scores = new double[tries];
        SplittableRandom random = new SplittableRandom(tries);
        for (int sheet = 0; sheet < tries; sheet++) {
            int[] answers = new int[plausible.length];
            int rest = sheet;
            for (int question = 0; question < answers.length; question++) {
                answers[question] = sheets > MOST ? random.nextInt(plausible[question]) : rest % plausible[question];
                rest /= plausible[question];
            }
            scores[sheet] = theories.best(answers).score();
        }
        Arrays.sort(scores);
        int allowed = (int) Math.floor(LEVEL * tries);
        return scores[tries - 1 - allowed];
    }
}
