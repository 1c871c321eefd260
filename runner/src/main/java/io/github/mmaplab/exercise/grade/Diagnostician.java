package io.github.mmaplab.exercise.grade;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.Given;
import io.github.mmaplab.answer.PlausibleAnswers;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.result.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Finds the misconceptions that explain a student's wrong answers better than guessing does. What is believed (one
 * misconception, or two) is scored by how much likelier the answers are for a student who believes it than for one who
 * guesses; the best is named if it explains enough, is likelier than that only slips were made, and scores more than the best
 * does of all but a few of those who guess. {@code docs/exercises.md} has the test in words, and what was measured.
 */
public final class Diagnostician {
    private final List<String> questions = new ArrayList<>();
    private final List<Misconception> misconceptions = List.of(Misconception.values());
    private final int[] plausible;
    private final int[] answers;
    private final List<long[]> beliefs = new ArrayList<>();

    private Diagnostician(AnswerKey key, Map<String, Given> given) {
        given.forEach((question, answer) -> {
            if (answer instanceof Given.Answered) {
                questions.add(question);
            }
        });
        plausible = new int[questions.size()];
        answers = new int[questions.size()];
        misconceptions.forEach(each -> beliefs.add(new long[questions.size()]));
        for (int place = 0; place < questions.size(); place++) {
            String question = questions.get(place);
            List<Reply> all = PlausibleAnswers.of(key, key.question(question));
            plausible[place] = all.size();
            answers[place] =
                    given.get(question) instanceof Given.Answered answered ? all.indexOf(answered.reply()) : -1;
            for (int i = 0; i < misconceptions.size(); i++) {
                int number = all.indexOf(key.under(misconceptions.get(i)).get(question));
                beliefs.get(i)[place] = number < 0 ? 0 : 1L << number;
            }
        }
    }

    /** The misconceptions under which {@code answer} is the right one; none, if it is right as it is. */
    public static List<Misconception> explaining(AnswerKey key, String question, Reply answer) {
        List<Misconception> explaining = new ArrayList<>();
        if (!answer.equals(key.truth(question))) {
            for (Misconception misconception : Misconception.values()) {
                if (answer.equals(key.under(misconception).get(question))) {
                    explaining.add(misconception);
                }
            }
        }
        return explaining;
    }

    /**
     * What may explain the wrong ones of some answers.
     *
     * @param given by question
     */
    public static Diagnosis diagnose(AnswerKey key, Map<String, Given> given) {
        int wrong = 0;
        for (Map.Entry<String, Given> entry : given.entrySet()) {
            wrong += isWrong(key, entry.getKey(), entry.getValue()) ? 1 : 0;
        }
        return wrong < 2 ? Diagnosis.none(wrong) : new Diagnostician(key, given).diagnose(wrong);
    }

    private static boolean isWrong(AnswerKey key, String question, Given given) {
        return given instanceof Given.Answered answered && !answered.reply().equals(key.truth(question));
    }

    private Diagnosis diagnose(int wrong) {
        Theories theories = new Theories(plausible, beliefs);
        Theories.Fit fit = theories.best(answers);
        if (fit.best().isEmpty() || fit.score() <= Guessing.limit(plausible, beliefs, theories)) {
            return Diagnosis.none(wrong);
        }
        Theory first = fit.best().get(0);
        List<Suspicion> parts = new ArrayList<>();
        parts.add(suspicion(ones(fit.best(), first), theories.single(first.one())));
        if (first.isPair()) {
            parts.add(suspicion(others(fit.best(), first), theories.single(first.other())));
        }
        return new Diagnosis(wrong, parts, Theories.explained(first, answers), contradicted(first));
    }

    /** The first misconception of a theory, and those that may replace it. */
    private static List<Integer> ones(List<Theory> best, Theory first) {
        List<Integer> places = new ArrayList<>();
        for (Theory theory : best) {
            if (theory.isPair() == first.isPair() && (!first.isPair() || theory.other() == first.other())) {
                places.add(theory.one());
            }
        }
        return places;
    }

    /** The same, of the second. */
    private static List<Integer> others(List<Theory> best, Theory first) {
        List<Integer> places = new ArrayList<>();
        for (Theory theory : best) {
            if (theory.isPair() && theory.one() == first.one()) {
                places.add(theory.other());
            }
        }
        return places;
    }

    private Suspicion suspicion(List<Integer> places, Theory theory) {
        List<Misconception> suspects = new ArrayList<>();
        for (int i = 0; i < misconceptions.size(); i++) {
            int other = i;
            if (places.stream().anyMatch(place -> predictsTheSame(place, other))) {
                suspects.add(misconceptions.get(i));
            }
        }
        List<String> explains = new ArrayList<>();
        for (int question = 0; question < answers.length; question++) {
            if (answers[question] != 0 && theory.fits(question, answers[question])) {
                explains.add(questions.get(question));
            }
        }
        return new Suspicion(suspects, places.size() == 1, explains);
    }

    private boolean predictsTheSame(int one, int other) {
        return Arrays.equals(beliefs.get(one), beliefs.get(other));
    }

    private int contradicted(Theory theory) {
        int contradicted = 0;
        for (int question = 0; question < answers.length; question++) {
            contradicted += answers[question] == 0 && theory.errs(question) ? 1 : 0;
        }
        return contradicted;
    }
}
