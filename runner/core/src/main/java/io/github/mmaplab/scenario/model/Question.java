package io.github.mmaplab.scenario.model;

import java.util.List;

/** A question about the moment at which it is asked. Its answer is never in the file: a kernel gives it. */
public sealed interface Question {
    /** What every question has. */
    QuestionInfo info();

    /** What kind of answer it has. */
    AnswerKind answer();

    /** The places that it is about, which answering it may read. */
    default List<? extends Location> places() {
        return List.of();
    }

    /** Calls the method of {@code visitor} for this kind of question. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of question. */
    interface Visitor<R> {
        R contentOf(ContentOf question);

        R ofMemory(OfMemory question);

        R sizeOf(SizeOf question);

        R outcomeOf(OutcomeOf question);
    }

    /**
     * Which bytes are read at a place.
     *
     * @param overAllOrders whether all contents are asked for that can be read in some order of what is concurrent
     */
    record ContentOf(QuestionInfo info, AnswerKind.Bytes bytes, boolean overAllOrders) implements Question {
        @Override
        public AnswerKind answer() {
            return overAllOrders ? new AnswerKind.SetOf(bytes) : bytes;
        }

        @Override
        public List<Location> places() {
            return List.of(bytes.location());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.contentOf(this);
        }
    }

    /** What is asked of places in memory, or of memory as a whole. */
    record OfMemory(QuestionInfo info, MemoryQuestion asked, List<Location.InMemory> places) implements Question {
        /** Copies the list. */
        public OfMemory {
            places = List.copyOf(places);
        }

        @Override
        public AnswerKind answer() {
            return asked.answer();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ofMemory(this);
        }
    }

    /** How long a file is, in bytes. */
    record SizeOf(QuestionInfo info, Named file) implements Question {
        @Override
        public AnswerKind answer() {
            return AnswerKind.Plain.SIZE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sizeOf(this);
        }
    }

    /** The outcome of a labelled step before this one: ok, an errno, or a signal. */
    record OutcomeOf(QuestionInfo info, Named label) implements Question {
        @Override
        public AnswerKind answer() {
            return AnswerKind.Plain.OUTCOME;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.outcomeOf(this);
        }
    }
}
