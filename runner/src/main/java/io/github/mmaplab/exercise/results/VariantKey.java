package io.github.mmaplab.exercise.results;

import io.github.mmaplab.exercise.AnswerKey;
import io.github.mmaplab.exercise.ReplyText;
import io.github.mmaplab.scenario.model.Variant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A variant with its right answers: in the results once, however many students have it.
 *
 * @param code the variant's code
 * @param variant what stands in place of the parameters
 * @param solutions by question, in the order asked
 */
public record VariantKey(String code, Variant variant, Map<String, Solution> solutions) {
    /** Copies the map, and keeps its order. */
    public VariantKey {
        solutions = Collections.unmodifiableMap(new LinkedHashMap<>(solutions));
    }

    /** A right answer, in the words of a prediction, and the steps that decide it, in words. */
    public record Solution(String answer, String explanation) {}

    /**
     * The right answers of a variant.
     *
     * @param explanations by question; those that are not there are empty
     */
    public static VariantKey of(String code, AnswerKey key, Map<String, String> explanations) {
        Map<String, Solution> solutions = new LinkedHashMap<>();
        key.truth()
                .forEach((question, reply) -> solutions.put(
                        question, new Solution(ReplyText.of(reply), explanations.getOrDefault(question, ""))));
        return new VariantKey(code, key.variant(), solutions);
    }
}
