package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.diagnostic.Span;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A step had one of these outcomes.
 *
 * @param choices at least one
 */
public record OutcomeIs(List<Choice> choices, Span key, Span value) implements Facet {
    /** The word for success. */
    public static final String OK = "ok";

    /** Copies the list. */
    public OutcomeIs {
        choices = List.copyOf(choices);
    }

    /** An outcome. */
    public sealed interface Choice {
        /** As the language writes it. */
        String written();
    }

    /**
     * An outcome by its name.
     *
     * @param written {@value #OK}, the word of an errno or the name of a signal
     */
    public record Word(String written) implements Choice {}

    /**
     * A call succeeded and returned a number of bytes.
     *
     * @param count how many, unsigned
     */
    public record Returns(long count) implements Choice {
        @Override
        public String written() {
            return "returns: " + Long.toUnsignedString(count);
        }
    }

    @Override
    public String name() {
        return "outcome";
    }

    /** Whether an outcome that is not refused is one of them. */
    public boolean holds(Outcome outcome) {
        return choices.stream().anyMatch(choice -> choice.written().equals(word(outcome, choice instanceof Returns)));
    }

    /** An outcome that is not refused, as a scenario writes it; with the number of bytes where one is expected. */
    public String words(Outcome outcome) {
        return word(outcome, countsBytes());
    }

    /** Whether a number of bytes is expected. */
    public boolean countsBytes() {
        return choices.stream().anyMatch(Returns.class::isInstance);
    }

    /** The choices in words: {@code ok or EEXIST}. */
    public String written() {
        return choices.stream().map(Choice::written).collect(Collectors.joining(" or "));
    }

    /**
     * An outcome that is not refused, as a scenario writes it.
     *
     * @param withCount whether success is the number of bytes that a call returned
     */
    public static String word(Outcome outcome, boolean withCount) {
        if (outcome instanceof Outcome.Failed failed) {
            return failed.errno().word();
        } else if (outcome instanceof Outcome.Signalled signalled) {
            return signalled.signal().word();
        }
        return withCount ? new Returns(outcome.count()).written() : OK;
    }
}
