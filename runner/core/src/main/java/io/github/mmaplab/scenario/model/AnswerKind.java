package io.github.mmaplab.scenario.model;

import java.util.List;

/** What kind of answer a question has. What is accepted, how an answer is read and how a platform asks depend on this alone. */
public sealed interface AnswerKind {
    /** Calls the method of {@code visitor} for this kind of answer. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each shape of an answer. */
    interface Visitor<R> {
        R bytes(Bytes kind);

        R set(SetOf kind);

        R step(StepNumber kind);

        R frames(Frames kind);

        R plain(Plain kind);
    }

    /**
     * The bytes that are read at a place, or the signal that reading them raises. Of a whole file, all that it holds before
     * the zero bytes at its end.
     *
     * @param length how many, at least one; of a whole file, as many as are written at its beginning
     */
    record Bytes(Location location, long length) implements AnswerKind {
        /** The most bytes that the content of a whole file can have and still be an answer. */
        public static final int LONGEST_WHOLE = 64;

        /** Whether they are those of a whole file. */
        public boolean ofWholeFile() {
            return location instanceof Location.InFile file && file.whole();
        }

        /** How many bytes an answer has at most. */
        public long longest() {
            return ofWholeFile() ? LONGEST_WHOLE : length;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bytes(this);
        }
    }

    /** A set of such answers. */
    record SetOf(AnswerKind each) implements AnswerKind {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.set(this);
        }
    }

    /**
     * The number of a step.
     *
     * @param among the numbers of the steps that are asked about, at least two
     */
    record StepNumber(List<Integer> among) implements AnswerKind {
        /** Copies the list. */
        public StepNumber {
            among = List.copyOf(among);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.step(this);
        }
    }

    /**
     * A name for the physical page of each of some pages, in their order. Which names are chosen means nothing.
     *
     * @param pages the pages as a scenario writes them, at least two
     */
    record Frames(List<String> pages) implements AnswerKind {
        /** Copies the list. */
        public Frames {
            pages = List.copyOf(pages);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.frames(this);
        }
    }

    /** One word or one number. */
    enum Plain implements AnswerKind {
        /** The signal that an access raises, or none. */
        SIGNAL,
        YES_NO,
        /** A number of bytes. */
        SIZE,
        COUNT,
        /** The outcome of a step: ok, an errno or a signal. */
        OUTCOME,
        /** Letters of {@code rwx}, none of them, or that nothing is mapped. */
        PROTECTION,
        /** Private or shared, or that nothing is mapped. */
        SHARING,
        /** The code of a process that has exited, or none. */
        EXIT_CODE,
        /** The signal that has killed a process, or none. */
        KILLED_BY,
        /** One of the four kinds of mappings. */
        MAPPING_KIND,
        /** Words of one's own, which a person reads. */
        WORDS;

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.plain(this);
        }
    }
}
