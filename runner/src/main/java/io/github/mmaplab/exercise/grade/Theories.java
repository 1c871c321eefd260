package io.github.mmaplab.exercise.grade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All that can be believed about some questions, to the extent that their answers show it, and how well it fits a student's
 * answers. One theory represents all misconceptions that predict the same.
 */
final class Theories {
    /** How much rarer two misconceptions are than one. A logarithm: 1 in 8. */
    private static final double SECOND = Math.log(8);

    /** The minimum number of wrong answers that a misconception must explain to be named. */
    private static final int FEWEST = 2;

    /** Scores that differ by less are the same: they are sums of the same logarithms in another order. */
    private static final double SAME = 1e-9;

    private final int[] plausible;
    private final List<Theory> all = new ArrayList<>();
    private final List<Theory> singles = new ArrayList<>();
    private final Theory truth;

    /**
     * A fit.
     *
     * @param score how much likelier the answers are than by guessing, as a logarithm, less for two misconceptions
     * @param best the theories of that score
     */
    record Fit(double score, List<Theory> best) {}

    /**
     * The theories.
     *
     * @param plausible how many answers are plausible, by question
     * @param beliefs what each misconception predicts, by its place in the list
     */
    Theories(int[] plausible, List<long[]> beliefs) {
        this.plausible = plausible;
        long[] right = new long[plausible.length];
        Arrays.fill(right, Theory.RIGHT);
        this.truth = new Theory(-1, -1, right);
        for (int place = 0; place < beliefs.size(); place++) {
            Theory theory = new Theory(place, place, beliefs.get(place));
            if (shows(theory) && singles.stream().noneMatch(each -> same(each, theory))) {
                singles.add(theory);
            }
        }
        all.addAll(singles);
        for (int i = 0; i < singles.size(); i++) {
            for (int j = i + 1; j < singles.size(); j++) {
                Theory both = singles.get(i).and(singles.get(j));
                if (!same(both, singles.get(i)) && !same(both, singles.get(j))) {
                    all.add(both);
                }
            }
        }
    }

    private boolean shows(Theory theory) {
        int errs = 0;
        for (int question = 0; question < plausible.length; question++) {
            errs += theory.errs(question) ? 1 : 0;
        }
        return errs >= FEWEST;
    }

    private static boolean same(Theory one, Theory other) {
        return Arrays.equals(one.predicted(), other.predicted());
    }

    /** The theory that represents the misconception of a place, or for one that predicts the same. */
    Theory single(int place) {
        for (Theory theory : singles) {
            if (theory.one() == place) {
                return theory;
            }
        }
        throw new IllegalArgumentException("no theory of " + place);
    }

    /** What fits best, of what explains enough of the wrong answers to be named; the best is a list of none, if nothing does. */
    Fit best(int[] answers) {
        double right = score(truth, answers);
        double most = Double.NEGATIVE_INFINITY;
        List<Theory> best = new ArrayList<>();
        for (Theory theory : all) {
            double score = score(theory, answers);
            if (score > right + SAME && score - penalty(theory) > most - SAME && explainsEnough(theory, answers)) {
                double penalized = score - penalty(theory);
                if (penalized > most + SAME) {
                    best.clear();
                }
                most = Math.max(most, penalized);
                best.add(theory);
            }
        }
        return new Fit(most, best);
    }

    private static double penalty(Theory theory) {
        return theory.isPair() ? SECOND : 0;
    }

    private double score(Theory theory, int[] answers) {
        double score = 0;
        for (int question = 0; question < answers.length; question++) {
            score += theory.weight(question, plausible[question], answers[question]);
        }
        return score;
    }

    /** At least two and more than half of the wrong answers; of two misconceptions each at least two, one of them alone. */
    private boolean explainsEnough(Theory theory, int[] answers) {
        int wrong = 0;
        for (int answer : answers) {
            wrong += answer == 0 ? 0 : 1;
        }
        int explained = explained(theory, answers);
        if (explained < FEWEST || 2 * explained <= wrong) {
            return false;
        }
        if (!theory.isPair()) {
            return true;
        }
        int one = explained(single(theory.one()), answers);
        int other = explained(single(theory.other()), answers);
        return one >= FEWEST && other >= FEWEST && explained > one && explained > other;
    }

    static int explained(Theory theory, int[] answers) {
        int explained = 0;
        for (int question = 0; question < answers.length; question++) {
            explained += answers[question] != 0 && theory.fits(question, answers[question]) ? 1 : 0;
        }
        return explained;
    }
}
