package io.github.mmaplab.scenario.model;

/** A question about the moment at which it is asked. Its answer is never in the file: a kernel gives it. */
public sealed interface Question {
    /** What every question has. */
    QuestionInfo info();

    /** Calls the method of {@code visitor} for this kind of question. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of question. */
    interface Visitor<R> {
        R contentOf(ContentOf question);

        R raises(Raises question);

        R samePage(SamePage question);

        R sizeOf(SizeOf question);

        R outcomeOf(OutcomeOf question);

        R pages(Pages question);

        R copies(Copies question);

        R possible(Possible question);
    }

    /**
     * Which bytes are read there; or the signal that reading them raises. Of a whole file, all that it holds before the zero
     * bytes at its end.
     *
     * @param length how many, at least one; of a whole file, as many as are written at its beginning
     */
    record ContentOf(QuestionInfo info, Location location, long length) implements Question {
        /** Of how many bytes the content of a whole file is at most, so that it can be an answer. */
        public static final int LONGEST_WHOLE = 64;

        /** Whether the content of a whole file is asked for. */
        public boolean ofWholeFile() {
            return location instanceof Location.InFile file && file.whole();
        }

        /** How many bytes an answer has at most. */
        public long longest() {
            return ofWholeFile() ? LONGEST_WHOLE : length;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.contentOf(this);
        }
    }

    /** Which signal reading one byte there raises, or none. */
    record Raises(QuestionInfo info, Location.InMemory location) implements Question {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.raises(this);
        }
    }

    /** Whether two places are on one physical page; both are read first. */
    record SamePage(QuestionInfo info, Location.InMemory one, Location.InMemory other) implements Question {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.samePage(this);
        }
    }

    /** How long a file is, in bytes. */
    record SizeOf(QuestionInfo info, Named file) implements Question {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sizeOf(this);
        }
    }

    /** The outcome of a labelled step before this one: ok, an errno, or a signal. */
    record OutcomeOf(QuestionInfo info, Named label) implements Question {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.outcomeOf(this);
        }
    }

    /** How many physical pages the mappings and files use. */
    record Pages(QuestionInfo info) implements Question {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pages(this);
        }
    }

    /** How many pages have been copied on write so far. */
    record Copies(QuestionInfo info) implements Question {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.copies(this);
        }
    }

    /**
     * Which contents can be read there, over all orders of what is concurrent.
     *
     * @param length how many bytes each has, at least one
     */
    record Possible(QuestionInfo info, Location location, long length) implements Question {
        /** The question for one of them. */
        public ContentOf inOneOrder() {
            return new ContentOf(info, location, length);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.possible(this);
        }
    }
}
