package io.github.mmaplab.scenario.syntax;

import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.diagnostic.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what most predictions are: lines {@code key: value} without quotes, indented once at most, comments and empty lines.
 * The YAML library makes the same of such a text, which a test checks, and takes several times as long. Every other text,
 * also one with a mistake, is left to {@link YamlReader}.
 */
public final class PlainLines {
    private static final Pattern LINE = Pattern.compile(
            "( *)(?:#.*|([a-z][a-z0-9-]{0,255}):" + "(?: +([A-Za-z0-9](?:[A-Za-z0-9 _./+-]*[A-Za-z0-9])?))? *)?\n");

    private final Source source;
    private final Matcher line;
    private final Problems problems = new Problems();
    private final Block root = new Block(0);
    /** The key of the outermost level that has no value so far. */
    private Node.@Nullable Scalar open;
    /** The map below that key. */
    private @Nullable Block inner;

    private PlainLines(Source source) {
        this.source = source;
        this.line = LINE.matcher(source.text());
    }

    /** The entries of one map, and where they are. */
    private final class Block {
        private final int indentation;
        private final Entries entries = new Entries(problems);
        private @Nullable Span first;
        private @Nullable Span last;

        Block(int indentation) {
            this.indentation = indentation;
        }

        void add(Node.Scalar key, Node value) {
            first = first == null ? key.span() : first;
            last = value.span();
            entries.add(key, value);
        }

        @Nullable
        Node node() {
            return first == null || last == null ? null : entries.node(source.span(first.start(), last.end()));
        }
    }

    /** The only document of a source; empty if the source is anything but plain lines. */
    public static Optional<Document> read(Source source) {
        return new PlainLines(source).document();
    }

    private Optional<Document> document() {
        int length = source.text().length();
        for (int at = 0; at < length; at = line.end()) {
            if (!line.region(at, length).lookingAt() || (line.start(2) >= 0 && !entry())) {
                return Optional.empty();
            }
        }
        close();
        Node map = root.node();
        return map == null || problems.errors() > 0 ? Optional.empty() : Optional.of(new Document(1, map, true));
    }

    /** Takes the entry of a line; returns false if its indentation is neither of the two. */
    private boolean entry() {
        int indentation = line.end(1) - line.start(1);
        Node.Scalar key = scalar(line.start(2), line.end(2));
        Node.Scalar value = line.start(3) < 0 ? absent(key) : scalar(line.start(3), line.end(3));
        if (indentation == 0) {
            close();
            if (value.isAbsent()) {
                open = key;
            } else {
                root.add(key, value);
            }
            return true;
        }
        Block block = inner == null ? new Block(indentation) : inner;
        if (open == null || block.indentation != indentation) {
            return false;
        }
        block.add(key, value);
        inner = block;
        return true;
    }

    /** Ends the entry of the outermost level that has no value so far. */
    private void close() {
        if (open != null) {
            Node map = inner == null ? null : inner.node();
            root.add(open, map == null ? absent(open) : map);
        }
        open = null;
        inner = null;
    }

    private Node.Scalar scalar(int from, int to) {
        return new Node.Scalar(source.text().substring(from, to), true, source.span(from, to));
    }

    /** Nothing, after the colon of a key. */
    private Node.Scalar absent(Node.Scalar key) {
        return scalar(key.span().end() + 1, key.span().end() + 1);
    }
}
