package io.github.mmaplab.scenario.model;

import java.util.List;
import java.util.Optional;

/** A question about the moment at which it is asked. Its answer is never in the file: a kernel gives it. */
public sealed interface Question {
    /** What every question has. */
    QuestionInfo info();

    /** What kind of answer it has. */
    AnswerKind answer();

    /** The places that it is about, which answering it may read. */
    default List<Location> places() {
        return List.of();
    }

    /** Calls the method of {@code visitor} for this kind of question. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of question. */
    interface Visitor<R> {
        R contentOf(ContentOf question);

        R onDisk(OnDisk question);

        R raises(Raises question);

        R samePage(SamePage question);

        R propertyOf(PropertyOf question);

        R mappingsOf(MappingsOf question);

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

    /**
     * Which bytes of a file would survive a crash.
     *
     * @param bytes those of a file
     */
    record OnDisk(QuestionInfo info, AnswerKind.Bytes bytes) implements Question {
        @Override
        public AnswerKind answer() {
            return bytes;
        }

        @Override
        public List<Location> places() {
            return List.of(bytes.location());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onDisk(this);
        }
    }

    /** Which signal reading one byte at a place raises, or none. */
    record Raises(QuestionInfo info, Location.InMemory place) implements Question {
        @Override
        public AnswerKind answer() {
            return AnswerKind.Plain.SIGNAL;
        }

        @Override
        public List<Location> places() {
            return List.of(place);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.raises(this);
        }
    }

    /** Whether two places are on the same physical page; both are read first. */
    record SamePage(QuestionInfo info, Location.InMemory one, Location.InMemory other) implements Question {
        @Override
        public AnswerKind answer() {
            return AnswerKind.Plain.YES_NO;
        }

        @Override
        public List<Location> places() {
            return List.of(one, other);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.samePage(this);
        }
    }

    /**
     * The value of a property.
     *
     * @param of the process or the file that has it; for the physical memory as a whole, where it is named
     * @param place where in the memory of the process, if the property is one of memory
     */
    record PropertyOf(QuestionInfo info, Property property, Named of, Optional<Location.InMemory> place)
            implements Question {
        @Override
        public AnswerKind answer() {
            return property.kind().answer();
        }

        @Override
        public List<Location> places() {
            return place.<List<Location>>map(List::of).orElse(List.of());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.propertyOf(this);
        }
    }

    /** How many mappings a process has. */
    record MappingsOf(QuestionInfo info, Named process) implements Question {
        @Override
        public AnswerKind answer() {
            return AnswerKind.Plain.COUNT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mappingsOf(this);
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
