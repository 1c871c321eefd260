package io.github.mmaplab.exercise.results;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.scenario.model.Variant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A variant with its right answers: in the results once, however many students have it.
 *
 * @param code the variant's code
 * @param variant the values of the parameters
 * @param solutions by question, in the order asked
 */
public record VariantKey(String code, Variant variant, Map<String, Solution> solutions) {
    /** Copies the map, and keeps its order. */
    public VariantKey {
        solutions = Collections.unmodifiableMap(new LinkedHashMap<>(solutions));
    }

    /**
     * A right answer.
     *
     * @param answer in the words of a prediction
     * @param accepted what the exercise accepts beside it, in the same words
     * @param explanation the steps that decide it, in words
     */
    public record Solution(String answer, List<String> accepted, String explanation) {
        /** Copies the list. */
        public Solution {
            accepted = List.copyOf(accepted);
        }
    }

    /**
     * The right answers of a variant.
     *
     * @param explanations by question; those that are not there are empty
     */
    public static VariantKey of(String code, AnswerKey key, Map<String, String> explanations) {
        Map<String, Solution> solutions = new LinkedHashMap<>();
        key.truth()
                .forEach((question, reply) -> solutions.put(
                        question,
                        new Solution(
                                ReplyText.of(reply), key.accepted(question), explanations.getOrDefault(question, ""))));
        return new VariantKey(code, key.variant(), solutions);
    }
}
