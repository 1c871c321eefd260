package io.github.mmaplab.exercise.grade;

/**
 * What a student would answer who believes something, as numbers. The plausible answers to each question have numbers, the
 * right one 0.
 *
 * @param one the misconception's place in a list
 * @param other the place of the second, where two are believed; else the same as {@code one}
 * @param predicted by question, the numbers of the answers that it predicts, as bits: often one, two where both misconceptions
 *     give a wrong answer, none where what is believed can't be written down
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Theory(int one, int other, long[] predicted) {
    /** The bit of the right answer. */
    static final long RIGHT = 1;

    /**
     * How often a student who believes something answers otherwise all the same. Nothing hangs on the figure: it weighs what
     * fits against what does not.
     */
    private static final double SLIP = 0.05;

    boolean isPair() {
        return one != other;
    }

    /** Both at once: the one that gives a wrong answer decides. */
    Theory and(Theory second) {
        long[] both = new long[predicted.length];
        for (int question = 0; question < both.length; question++) {
            long here = predicted[question];
            long there = second.predicted[question];
            long wrong = (here | there) & ~RIGHT;
            both[question] = wrong != 0 ? wrong : here & there;
        }
        return new Theory(one, second.one, both);
    }

    /** Whether it predicts a wrong answer to a question. */
    boolean errs(int question) {
        return predicted[question] != 0 && (predicted[question] & RIGHT) == 0;
    }

    /** Whether it predicts that answer. */
    boolean fits(int question, int answer) {
        return answer >= 0 && (predicted[question] >> answer & 1) == 1;
    }

    /**
     * How much likelier an answer is for a student who believes this than for one who guesses, as a logarithm.
     *
     * @param plausible how many answers to the question are plausible
     * @param answer the number of an answer, -1 for one that is not plausible
     */
    double weight(int question, int plausible, int answer) {
        int count = Long.bitCount(predicted[question]);
        if (count == 0 || plausible < 2) {
            return 0;
        }
        if (fits(question, answer)) {
            return Math.log((1 - SLIP) * plausible / count);
        }
        return Math.log(SLIP * plausible / Math.max(1, plausible - count));
    }
}
