package io.github.mmaplab.handout.sheet;

import io.github.mmaplab.scenario.model.AnswerKind;
import io.github.mmaplab.scenario.model.Question;
import java.util.ArrayList;
import java.util.List;

/** Where the answer to a question is typed or chosen. */
public sealed interface Field {
    /** A choice of one answer. */
    record One(List<String> choices) implements Field {
        /** Copies the list. */
        public One {
            choices = List.copyOf(choices);
        }
    }

    /** A choice of several answers, or of none of them. */
    record Some(List<String> choices) implements Field {
        /** Copies the list. */
        public Some {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A line of text.
     *
     * @param pattern a regular expression, of Java and of scripts, that what is expected matches in either case
     */
    record Line(String pattern) implements Field {}

    /** A table with a line of text in each row. */
    record Cells() implements Field {}

    /** Several answers, one a line. */
    record Lines() implements Field {}

    /**
     * The field of a question.
     *
     * @param choices what it offers, as a student would write it; may be empty
     */
    static Field of(Question question, List<String> choices) {
        return choices.isEmpty() ? question.answer().accept(new ByKind()) : new One(choices);
    }

    /** By the kind of answer. */
    final class ByKind implements AnswerKind.Visitor<Field> {
        private static final String NUMBER = "(\\d+|0x[0-9a-f]+)";

        private ByKind() {}

        @Override
        public Field bytes(AnswerKind.Bytes kind) {
            return new Line(".*");
        }

        @Override
        public Field set(AnswerKind.SetOf kind) {
            if (kind.each() instanceof AnswerKind.StepNumber steps) {
                List<String> numbers = new ArrayList<>();
                steps.among().forEach(number -> numbers.add(Integer.toString(number)));
                return new Some(numbers);
            }
            return new Lines();
        }

        @Override
        public Field step(AnswerKind.StepNumber kind) {
            return new One(kind.among().stream().map(String::valueOf).toList());
        }

        @Override
        public Field frames(AnswerKind.Frames kind) {
            return new Cells();
        }

        @Override
        public Field plain(AnswerKind.Plain kind) {
            return switch (kind) {
                case YES_NO -> new One(List.of("yes", "no"));
                case SIGNAL -> new One(List.of("none", "SIGSEGV", "SIGBUS"));
                case KILLED_BY -> new One(List.of("none", "SIGSEGV", "SIGBUS", "SIGKILL"));
                case SHARING -> new One(List.of("private", "shared", "not mapped"));
                case SIZE -> new Line(NUMBER + ".*");
                case COUNT -> new Line(NUMBER + "( *(pages?|copy|copies))?");
                case OUTCOME -> new Line("ok|success|E[A-Z0-9]+|SIG[A-Z]+");
                case PROTECTION -> new Line("[rwx-]{1,3}|none|not mapped");
                case MAPPING_KIND ->
                    new One(List.of("private file", "private anonymous", "shared file", "shared anonymous"));
                case WORDS -> new Line(".*");
                case EXIT_CODE -> new Line("\\d{1,3}|none");
            };
        }
    }
}
