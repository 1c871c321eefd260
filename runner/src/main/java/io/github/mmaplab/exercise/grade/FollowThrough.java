package io.github.mmaplab.exercise.grade;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.Given;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.Reply;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds the wrong answers that are right given what the student took for read at an earlier moment: the story is played
 * on with those bytes in their place, and answers again.
 */
final class FollowThrough {
    private FollowThrough() {}

    /**
     * The questions whose wrong answer follows from an earlier wrong one.
     *
     * @param given by question, in the order asked
     */
    static Set<String> of(AnswerKey key, Map<String, Given> given) {
        Map<String, Data> beliefs = new HashMap<>();
        int firstStep = Integer.MAX_VALUE;
        for (Map.Entry<String, Given> entry : given.entrySet()) {
            if (entry.getValue() instanceof Given.Answered answered
                    && answered.reply() instanceof Reply.Bytes bytes
                    && key.truth(entry.getKey()) instanceof Reply.Bytes truth
                    && !bytes.equals(truth)) {
                beliefs.put(entry.getKey(), bytes.data());
                firstStep = Math.min(firstStep, key.stepOf(entry.getKey()));
            }
        }
        Set<String> following = new HashSet<>();
        for (Map.Entry<String, Given> entry : given.entrySet()) {
            String question = entry.getKey();
            if (entry.getValue() instanceof Given.Answered answered
                    && !answered.reply().equals(key.truth(question))
                    && isAboutBytes(answered.reply())
                    && key.stepOf(question) > firstStep
                    && answered.reply().equals(supposing(key, question, beliefs))) {
                following.add(question);
            }
        }
        return following;
    }

    /** Which bytes are there changes no answer of another kind: no number of pages, no page that is shared, no signal. */
    private static boolean isAboutBytes(Reply reply) {
        return reply instanceof Reply.Bytes
                || (reply instanceof Reply.Several set
                        && set.members().stream().anyMatch(Reply.Bytes.class::isInstance));
    }

    /** What is answered to a question when what was believed before it holds. */
    private static Reply supposing(AnswerKey key, String question, Map<String, Data> beliefs) {
        Map<String, Data> earlier = new HashMap<>(beliefs);
        earlier.keySet().removeIf(other -> key.stepOf(other) >= key.stepOf(question));
        Map<String, Reply> replies = AnswerKey.replies(ScenarioRunner.suppose(key.scenario(), earlier));
        return replies.getOrDefault(question, new Reply.None(""));
    }
}
