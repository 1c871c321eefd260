package io.github.mmaplab.exercise.results;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.scenario.model.GradingRules;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What holds for a whole class: what is needed to grade it again.
 *
 * @param tool the version of mmaplab that graded it
 * @param exercise the exercise's id
 * @param file the exercise file, as it was named
 * @param sha256 the hash of the exercise file, in hexadecimal
 * @param secret the fingerprint of the variant secret, never the secret itself
 * @param grading how the exercise is graded
 * @param policies the rules for late, repeated and group submissions, by the name of the option; in words
 */
public record ResultsHead(
        String tool,
        String exercise,
        String file,
        String sha256,
        String secret,
        GradingRules grading,
        Map<String, String> policies) {
    /** Copies the map, and keeps its order. */
    public ResultsHead {
        policies = Collections.unmodifiableMap(new LinkedHashMap<>(policies));
    }

    /** The head of an exercise's results. */
    public static ResultsHead of(String tool, String file, Assignment assignment, Map<String, String> policies) {
        return new ResultsHead(
                tool,
                assignment.id(),
                file,
                assignment.hash(),
                assignment.secret().fingerprint(),
                assignment.exercise().grading(),
                policies);
    }
}
