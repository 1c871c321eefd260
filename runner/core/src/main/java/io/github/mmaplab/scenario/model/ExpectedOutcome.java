package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import io.github.mmaplab.diagnostic.Span;
import java.util.Optional;

/** The outcome that a step states. */
public sealed interface ExpectedOutcome {
    /** Calls the method of {@code visitor} for this kind of outcome. */
    <R> R accept(Visitor<R> visitor);

    /** Where the file states it; empty if it does not. */
    Optional<Span> stated();

    /** Whether every target of the step is to succeed. */
    default boolean isSuccess() {
        return this instanceof Success || this instanceof Returns;
    }

    /** One method for each kind of outcome. */
    interface Visitor<R> {
        /** Plain success. */
        R success(Success expected);

        /** Success with a number of bytes. */
        R returns(Returns expected);

        /** An error returned. */
        R fails(Fails expected);

        /** A signal survived. */
        R raises(Raises expected);

        /** A signal died of. */
        R dies(Dies expected);
    }

    /**
     * Every target of the step succeeds.
     *
     * @param span where a {@code none} says so; absent, nothing is said
     */
    record Success(Optional<Span> span) implements ExpectedOutcome {
        /** The outcome of a step that does not state one. */
        public static final Success UNSAID = new Success(Optional.empty());

        @Override
        public Optional<Span> stated() {
            return span;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.success(this);
        }
    }

    /**
     * The call returns a number of bytes.
     *
     * @param count how many, unsigned
     * @param span where that is written
     */
    record Returns(long count, Span span) implements ExpectedOutcome {
        @Override
        public Optional<Span> stated() {
            return Optional.of(span);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.returns(this);
        }
    }

    /**
     * The call returns an error.
     *
     * @param errno which
     * @param span where it is named
     */
    record Fails(Errno errno, Span span) implements ExpectedOutcome {
        @Override
        public Optional<Span> stated() {
            return Optional.of(span);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fails(this);
        }
    }

    /**
     * The access raises a signal and the process, having a handler, goes on.
     *
     * @param signal which
     * @param code its code, if that matters
     * @param span where they are given
     */
    record Raises(Signal signal, Optional<SignalCode> code, Span span) implements ExpectedOutcome {
        @Override
        public Optional<Span> stated() {
            return Optional.of(span);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.raises(this);
        }
    }

    /**
     * The access raises a signal and the process ends of it.
     *
     * @param signal which
     * @param span where it is named
     */
    record Dies(Signal signal, Span span) implements ExpectedOutcome {
        @Override
        public Optional<Span> stated() {
            return Optional.of(span);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dies(this);
        }
    }
}
