package io.github.mmaplab.exercise.grade;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.Given;
import io.github.mmaplab.answer.PlausibleAnswers;
import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.result.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Students of whom is known what they believe, to measure what the diagnosis makes of them. The same seed, the same class. */
public final class SimulatedStudents {
    private final List<AnswerKey> keys;
    private final SplittableRandom random;

    /**
     * Students of an exercise.
     *
     * @param keys those of its variants; each student has one of them
     */
    public SimulatedStudents(List<AnswerKey> keys, long seed) {
        this.keys = List.copyOf(keys);
        this.random = new SplittableRandom(seed);
    }

    /** What there is to know of a student, besides the answers. */
    public enum Kind {
        /** Chooses each answer from the plausible ones, each as likely as the others. */
        GUESSES("guess"),
        /** Knows everything, and gives one plausible wrong answer. */
        SLIPS("one slip"),
        /** Has one misconception, of those that the exercise detects, and believes it in every answer. */
        HAS_ONE("one misconception"),
        /** Has two of them; where both give a wrong answer, the answer is that of either. */
        HAS_TWO("two misconceptions");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What these students have. */
        public String words() {
            return words;
        }
    }

    /** What the diagnosis made of the students of a kind; the two last are of those who have misconceptions. */
    public record Found(int students, int named, int one, int all) {
        /** Both together. */
        public Found and(Found other) {
            return new Found(students + other.students, named + other.named, one + other.one, all + other.all);
        }

        private Found and(Diagnosis diagnosis, List<Misconception> believed) {
            List<Misconception> suspects = diagnosis.suspects();
            return and(new Found(
                    1,
                    suspects.isEmpty() ? 0 : 1,
                    believed.stream().anyMatch(suspects::contains) ? 1 : 0,
                    !believed.isEmpty() && suspects.containsAll(believed) ? 1 : 0));
        }
    }

    /** Diagnoses this many students of a kind; fewer if the exercise detects too few misconceptions. */
    public Found found(Kind kind, int students) {
        Found found = new Found(0, 0, 0, 0);
        for (int i = 0; i < students; i++) {
            AnswerKey key = keys.get(random.nextInt(keys.size()));
            List<Misconception> shown = new ArrayList<>(shown(key));
            int needed = kind == Kind.HAS_TWO ? 2 : kind == Kind.HAS_ONE ? 1 : 0;
            if (shown.size() < needed) {
                continue;
            }
            List<Misconception> believed = new ArrayList<>();
            for (int each = 0; each < needed; each++) {
                believed.add(shown.remove(random.nextInt(shown.size())));
            }
            found = found.and(Diagnostician.diagnose(key, answers(key, kind, believed)), believed);
        }
        return found;
    }

    /** The misconceptions that give a wrong answer somewhere. */
    public static List<Misconception> shown(AnswerKey key) {
        List<Misconception> shown = new ArrayList<>();
        for (Misconception misconception : Misconception.values()) {
            if (key.truth().keySet().stream().anyMatch(question -> errs(key, misconception, question))) {
                shown.add(misconception);
            }
        }
        return shown;
    }

    private static boolean errs(AnswerKey key, Misconception misconception, String question) {
        Reply believed = key.under(misconception).get(question);
        return believed != null && PlausibleAnswers.isAnswer(believed) && !believed.equals(key.truth(question));
    }

    private Map<String, Given> answers(AnswerKey key, Kind kind, List<Misconception> believed) {
        Map<String, Reply> replies = new LinkedHashMap<>(key.truth());
        switch (kind) {
            case GUESSES -> replies.replaceAll((question, truth) -> any(plausible(key, question)));
            case SLIPS -> slip(key, replies);
            case HAS_ONE, HAS_TWO -> replies.replaceAll((question, truth) -> believing(key, question, truth, believed));
        }
        Map<String, Given> given = new LinkedHashMap<>();
        replies.forEach((question, reply) -> given.put(
                question,
                PlausibleAnswers.isAnswer(reply)
                        ? new Given.Answered(reply, ReplyText.of(reply))
                        : new Given.Unanswered()));
        return given;
    }

    private static List<Reply> plausible(AnswerKey key, String question) {
        return PlausibleAnswers.of(key, key.question(question));
    }

    private void slip(AnswerKey key, Map<String, Reply> replies) {
        List<String> questions = new ArrayList<>(replies.keySet());
        questions.removeIf(question -> plausible(key, question).size() < 2);
        String slipped = any(questions);
        List<Reply> wrong = new ArrayList<>(plausible(key, slipped));
        wrong.remove(key.truth(slipped));
        replies.put(slipped, any(wrong));
    }

    private Reply believing(AnswerKey key, String question, Reply truth, List<Misconception> believed) {
        List<Reply> wrong = new ArrayList<>();
        Reply otherwise = truth;
        for (Misconception misconception : believed) {
            if (errs(key, misconception, question)) {
                wrong.add(key.under(misconception).get(question));
            } else if (key.under(misconception).get(question) instanceof Reply.None none) {
                otherwise = none;
            }
        }
        return wrong.isEmpty() ? otherwise : any(wrong);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
