package io.github.mmaplab.exercise.grade;

import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Variant;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file that was handed in, and its grade.
 *
 * @param file its name, below the folder that was named; untrusted
 * @param hash the SHA-256 of its bytes, in hexadecimal; empty if it could not be read
 * @param submitted when it was handed in, if that is known
 * @param student whose it says it is; empty if it does not; untrusted
 * @param status whether it could be graded
 * @param variant the values of the parameters; {@link Variant#ONLY} if it could not be graded
 * @param code the variant's code; empty if it could not be graded
 * @param answers what was answered, by question, as it was given
 * @param graded its grade; empty if it could not be graded
 * @param problems what is wrong with it, a line each; untrusted
 */
public record Submission(
        String file,
        String hash,
        Optional<Instant> submitted,
        String student,
        Status status,
        Variant variant,
        String code,
        Map<String, PredictedAnswer> answers,
        Optional<Graded> graded,
        List<String> problems) {
    /** Copies the collections, and keeps their order. */
    public Submission {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        problems = List.copyOf(problems);
    }

    /**
     * A file of which nothing is known.
     *
     * @param problem what is wrong with it
     */
    public static Submission unreadable(String file, Optional<Instant> submitted, String problem) {
        return new Submission(
                file,
                "",
                submitted,
                "",
                Status.UNREADABLE,
                Variant.ONLY,
                "",
                Map.of(),
                Optional.empty(),
                List.of(problem));
    }

    /** This file, as it is not graded. */
    public Submission refused(Status why, String problem) {
        return new Submission(
                file, hash, submitted, student, why, Variant.ONLY, "", Map.of(), Optional.empty(), List.of(problem));
    }

    /** The same with another result. */
    public Submission with(Graded other) {
        return new Submission(
                file, hash, submitted, student, status, variant, code, answers, Optional.of(other), problems);
    }

    /** Whether a file could be graded. */
    public enum Status {
        /** It could; single answers may be invalid all the same. */
        GRADED("graded"),
        /** It is no prediction. */
        UNREADABLE("unreadable"),
        /** It is for another exercise. */
        WRONG_EXERCISE("wrong-exercise"),
        /** It says that it is another student's than the one who handed it in. */
        WRONG_STUDENT("wrong-student"),
        /** It is for another variant than the student's. */
        WRONG_VARIANT("wrong-variant");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        /** The word for it; stable. */
        public String word() {
            return word;
        }
    }
}
