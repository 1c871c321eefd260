package io.github.mmaplab.scenario.model;

import io.github.mmaplab.diagnostic.Span;
import java.util.List;

/** An answer as it is written in a prediction, or offered as a choice: what it means depends on the question. */
public sealed interface PredictedAnswer {
    /** Where it is written. */
    Span span();

    /** A single value. */
    record Text(String text, Span span) implements PredictedAnswer {}

    /** Content spelled out, as in {@code { hex: "00 ff" }}. */
    record Spelled(Content content, Span span) implements PredictedAnswer {}

    /** A list of answers: a set. */
    record Several(List<PredictedAnswer> members, Span span) implements PredictedAnswer {
        /** Copies the list. */
        public Several {
            members = List.copyOf(members);
        }
    }

    /** Nothing: the place was left empty. */
    record Nothing(Span span) implements PredictedAnswer {}

    /** What can't be an answer to anything. */
    record Unreadable(String why, Span span) implements PredictedAnswer {}
}
