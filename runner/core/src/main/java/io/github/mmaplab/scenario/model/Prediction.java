package io.github.mmaplab.scenario.model;

import io.github.mmaplab.diagnostic.Span;
import java.util.List;
import java.util.Optional;

/**
 * What a student has filled in.
 *
 * @param exercise which exercise it says it is for
 * @param student whose it says it is
 * @param variant which variant it says it is for, where it says so
 * @param answers in the order of the file, each name once
 * @param span the whole document
 */
public record Prediction(Named exercise, Named student, Optional<Named> variant, List<Entry> answers, Span span) {
    /** Copies the answers. */
    public Prediction {
        answers = List.copyOf(answers);
    }

    /** The name of a question, and what is answered to it. */
    public record Entry(Named question, PredictedAnswer answer) {}
}
