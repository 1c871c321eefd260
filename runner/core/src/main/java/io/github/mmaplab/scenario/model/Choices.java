package io.github.mmaplab.scenario.model;

import java.util.List;

/** The answers that a question offers. */
public sealed interface Choices {

    /** None: the student writes one. */
    record Open() implements Choices {}

    /** The right one, and those that mistaken kernels give. */
    record Computed() implements Choices {}

    /**
     * Those written in the exercise.
     *
     * @param answers at least two, as a student would write them
     */
    record Written(List<PredictedAnswer> answers) implements Choices {
        /** Copies the list. */
        public Written {
            answers = List.copyOf(answers);
        }
    }
}
