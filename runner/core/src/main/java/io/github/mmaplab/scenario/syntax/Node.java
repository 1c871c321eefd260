package io.github.mmaplab.scenario.syntax;

import io.github.mmaplab.diagnostic.Span;
import java.util.List;

/** A piece of a YAML document, with its place. */
public sealed interface Node {
    /** Where it is in the file. */
    Span span();

    /** Calls the method of {@code visitor} for this kind of node. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of node. */
    interface Visitor<R> {
        /** Text. */
        R scalar(Scalar node);

        /** A list. */
        R sequence(Sequence node);

        /** A map. */
        R mapping(Mapping node);

        /** Something that has been reported already. */
        R broken(Broken node);
    }

    /**
     * Text of the file, folded and unescaped as YAML says.
     *
     * @param text the text
     * @param plain whether it is written without quotes and not as a block
     * @param span where it is, quotes included
     */
    record Scalar(String text, boolean plain, Span span) implements Node {
        /** Whether nothing at all is written, as after the colon of {@code key:}. */
        public boolean isAbsent() {
            return plain && text.isEmpty();
        }

        /**
         * The span of a part of the text, where the text is in the file letter by letter; the whole span where it is
         * escaped, folded or put in by a parameter.
         *
         * @param from the first char of the part
         * @param to the char after the part
         */
        public Span part(int from, int to) {
            if (span.end() - span.start() == text.length()) {
                return new Span(span.source(), span.start() + from, span.start() + to);
            }
            if (!plain && span.end() - span.start() == text.length() + 2) {
                return new Span(span.source(), span.start() + 1 + from, span.start() + 1 + to);
            }
            return span;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.scalar(this);
        }
    }

    /**
     * A list.
     *
     * @param items its items
     * @param span from the first to the last, brackets included
     */
    record Sequence(List<Node> items, Span span) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sequence(this);
        }
    }

    /**
     * A map.
     *
     * @param entries its entries in the order written, no key twice
     * @param span from the first to the last, braces included
     */
    record Mapping(List<Entry> entries, Span span) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mapping(this);
        }
    }

    /**
     * A key and its value.
     *
     * @param key the key
     * @param value the value; an absent scalar, where nothing is written
     */
    record Entry(Scalar key, Node value) {}

    /**
     * What could not be read, and has been reported. Readers that meet it report nothing more.
     *
     * @param span where it is
     */
    record Broken(Span span) implements Node {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.broken(this);
        }
    }
}
