package io.github.mmaplab.scenario.syntax;

import java.io.StringReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The events of the YAML library's parser. Whatever the library throws comes out as one kind of exception with a place: of
 * some texts it throws exceptions without one, and of some such as {@link NumberFormatException} that are not its own.
 */
final class Events {
    private final StreamReader reader;
    private final Parser parser;

    Events(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.reader = new StreamReader(new StringReader(text));
        this.parser = new ParserImpl(reader, options);
    }

    /** The next event, which is taken. */
    Event next() {
        try {
            return parser.getEvent();
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    /** Whether the next event is of this kind. */
    boolean nextIs(Event.ID id) {
        try {
            return parser.checkEvent(id);
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    private Unreadable unreadable(RuntimeException cause) {
        if (cause instanceof MarkedYAMLException marked
                && marked.getProblem() != null
                && marked.getProblemMark() != null) {
            return new Unreadable(
                    marked.getProblem(),
                    marked.getProblemMark(),
                    marked.getContext() == null ? "" : marked.getContext(),
                    marked.getContextMark() == null ? marked.getProblemMark() : marked.getContextMark(),
                    cause);
        }
        Mark here = reader.getMark();
        return new Unreadable(String.valueOf(cause.getMessage()), here, "", here, cause);
    }

    /** The text is no YAML from some place on. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String problem;
        private final transient Mark mark;
        private final String context;
        private final transient Mark contextMark;

        Unreadable(String problem, Mark mark, String context, Mark contextMark, RuntimeException cause) {
            super(problem, cause);
            this.problem = problem;
            this.mark = mark;
            this.context = context;
            this.contextMark = contextMark;
        }

        /** What is wrong, in the library's words. */
        String problem() {
            return problem;
        }

        /** Where the library gave up. */
        Mark mark() {
            return mark;
        }

        /** What was being read there, in the library's words; empty if it does not say. */
        String context() {
            return context;
        }

        /** Where that began. */
        Mark contextMark() {
            return contextMark;
        }
    }
}
