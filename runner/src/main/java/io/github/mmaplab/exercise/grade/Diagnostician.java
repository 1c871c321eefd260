package io.github.mmaplab.exercise.grade;

import io.github.mmaplab.exercise.AnswerKey;
import io.github.mmaplab.exercise.Given;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.result.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the mistaken kernels that answer as a student did. */
public final class Diagnostician {
    private Diagnostician() {}

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
     * What may lie behind some answers.
     *
     * @param given by question
     */
    public static Diagnosis diagnose(AnswerKey key, Map<String, Given> given) {
        int wrong = 0;
        for (Map.Entry<String, Given> entry : given.entrySet()) {
            wrong += isWrong(key, entry.getKey(), entry.getValue()) ? 1 : 0;
        }
        Diagnosis best = Diagnosis.none(wrong);
        for (Misconception misconception : wrong == 0 ? new Misconception[0] : Misconception.values()) {
            best = better(best, weigh(key, given, misconception, wrong));
        }
        return best;
    }

    private static boolean isWrong(AnswerKey key, String question, Given given) {
        return given instanceof Given.Answered answered && !answered.reply().equals(key.truth(question));
    }

    private static Diagnosis weigh(AnswerKey key, Map<String, Given> given, Misconception misconception, int wrong) {
        Map<String, Reply> believed = key.under(misconception);
        int explained = 0;
        int contradicted = 0;
        for (Map.Entry<String, Given> entry : given.entrySet()) {
            if (entry.getValue() instanceof Given.Answered answered) {
                boolean asBelieved = answered.reply().equals(believed.get(entry.getKey()));
                boolean right = answered.reply().equals(key.truth(entry.getKey()));
                explained += asBelieved && !right ? 1 : 0;
                contradicted += !asBelieved && right ? 1 : 0;
            }
        }
        return new Diagnosis(wrong, List.of(misconception), explained, contradicted);
    }

    private static Diagnosis better(Diagnosis best, Diagnosis other) {
        int compared = Integer.compare(other.explained(), best.explained());
        if (compared == 0) {
            compared = Integer.compare(best.contradicted(), other.contradicted());
        }
        if (other.explained() == 0 || compared < 0) {
            return best;
        }
        if (compared > 0) {
            return other;
        }
        List<Misconception> both = new ArrayList<>(best.suspects());
        both.addAll(other.suspects());
        return new Diagnosis(best.wrong(), both, best.explained(), best.contradicted());
    }
}
