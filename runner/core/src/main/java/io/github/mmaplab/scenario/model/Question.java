package io.github.mmaplab.scenario.model;

import java.util.List;
import java.util.Optional;

/**
 * A question about the moment at which it is asked. Its answer is never in the file: a kernel gives it. There are two exceptions,
 * which {@link #judge} names.
 */
public sealed interface Question {
    /** What every question has. */
    QuestionInfo info();

    /** What kind of answer it has. */
    AnswerKind answer();

    /** Who decides what is right. */
    default Judge judge() {
        return Judge.KERNEL;
    }

    /** Who decides what is right. */
    enum Judge {
        /** A kernel answers the question. */
        KERNEL,
        /** The person who wrote the exercise, in it. */
        AUTHOR,
        /** The person who grades, who reads the answer. */
        READER
    }

    /** The steps whose outcomes it asks for: a story does not tell these, and any outcome is accepted. */
    default List<Named> outcomes() {
        return List.of();
    }

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

        R pageTables(PageTables question);

        R propertyOf(PropertyOf question);

        R mappingsOf(MappingsOf question);

        R outcomeOf(OutcomeOf question);

        R which(Which question);

        R kindFor(KindFor question);

        R explain(Explain question);
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
     * To which physical page each of some pages refers; all of them are read first.
     *
     * @param pages where they begin, each once
     */
    record PageTables(QuestionInfo info, List<Location.InMemory> pages) implements Question {
        /** Copies the list. */
        public PageTables {
            pages = List.copyOf(pages);
        }

        @Override
        public AnswerKind answer() {
            return new AnswerKind.Frames(
                    pages.stream().map(Location.InMemory::written).toList());
        }

        @Override
        public List<Location> places() {
            return List.copyOf(pages);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pageTables(this);
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

    /**
     * The outcome of a labelled step before this one: ok, an errno, or a signal.
     *
     * @param overAllOrders whether all outcomes are asked for that it can have in some order of what is concurrent
     * @param withCount whether the number of bytes that a call returns is part of its outcome
     */
    record OutcomeOf(QuestionInfo info, Named label, boolean overAllOrders, boolean withCount) implements Question {
        @Override
        public AnswerKind answer() {
            return overAllOrders ? new AnswerKind.SetOf(AnswerKind.Plain.OUTCOME) : AnswerKind.Plain.OUTCOME;
        }

        @Override
        public List<Named> outcomes() {
            return List.of(label);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.outcomeOf(this);
        }
    }

    /** Which of some labelled steps before this one do something. */
    record Which(QuestionInfo info, StepTrait trait, List<Labelled> steps) implements Question {
        /** Copies the list. */
        public Which {
            steps = List.copyOf(steps);
        }

        /**
         * A step.
         *
         * @param number its number in the file, from 1
         */
        public record Labelled(Named label, int number) {}

        @Override
        public AnswerKind answer() {
            return new AnswerKind.SetOf(new AnswerKind.StepNumber(
                    steps.stream().map(Labelled::number).toList()));
        }

        @Override
        public List<Named> outcomes() {
            return trait == StepTrait.COPIES_PAGE
                    ? List.of()
                    : steps.stream().map(Labelled::label).toList();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.which(this);
        }
    }

    /**
     * Which kind of mapping fits a use.
     *
     * @param use a noun with what belongs to it, Markdown
     * @param right a kind that does; others may be accepted besides
     */
    record KindFor(QuestionInfo info, String use, MappingKind right) implements Question {
        @Override
        public AnswerKind answer() {
            return AnswerKind.Plain.MAPPING_KIND;
        }

        @Override
        public Judge judge() {
            return Judge.AUTHOR;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.kindFor(this);
        }
    }

    /**
     * A request for an explanation, worth no points by itself.
     *
     * @param what the words of the question, Markdown
     */
    record Explain(QuestionInfo info, String what) implements Question {
        @Override
        public AnswerKind answer() {
            return AnswerKind.Plain.WORDS;
        }

        @Override
        public Judge judge() {
            return Judge.READER;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.explain(this);
        }
    }
}
