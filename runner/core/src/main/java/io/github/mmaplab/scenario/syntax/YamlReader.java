package io.github.mmaplab.scenario.syntax;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Makes nodes of the parser's events. Not of the composer's nodes: that would cost twice the time, and what we refuse
 * (anchors, aliases, tags, merge keys, nesting without end) has a mark here and not there.
 */
public final class YamlReader {
    /** How deep a document may be nested: far more than the language needs, far less than a stack holds. */
    public static final int DEEPEST = 64;

    private final Source source;
    private final Problems problems;
    private final Spans spans;
    private final Events events;

    private YamlReader(Source source, Problems problems) {
        this.source = source;
        this.problems = problems;
        this.spans = new Spans(source);
        this.events = new Events(source.text());
    }

    /**
     * The documents of a source. What can't be read is reported; after a place where the text is not YAML, nothing is
     * read any more, and the document of that place is left out.
     */
    public static List<Document> read(Source source, Problems problems) {
        return new YamlReader(source, problems).documents();
    }

    private List<Document> documents() {
        List<Document> documents = new ArrayList<>();
        try {
            events.next();
            while (!events.nextIs(Event.ID.StreamEnd)) {
                events.next();
                int before = problems.errors();
                Node root = node(1);
                documents.add(new Document(documents.size() + 1, root, problems.errors() == before));
                events.next();
            }
        } catch (Events.Unreadable e) {
            problems.add(SyntaxErrors.explain(e, spans));
        } catch (TooDeep e) {
            problems.add(
                    Code.TOO_DEEP,
                    e.span,
                    "nesting is more than " + DEEPEST + " levels deep",
                    "no scenario needs that: look for an extra bracket");
        }
        return documents;
    }

    private Node node(int depth) {
        Event event = events.next();
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        refuseProperties((NodeEvent) event);
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        if (depth > DEEPEST) {
            throw new TooDeep(spans.characterAt(event.getStartMark()));
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        return start.is(Event.ID.SequenceStart) ? sequence(start, depth) : mapping(start, depth);
    }

    private Node alias(AliasEvent event) {
        Span span = spans.of(event);
        problems.add(
                Code.ALIAS,
                span,
                "`" + span.text() + "` is an alias, which scenarios do not support",
                "write the content out; put text that begins with `*` in quotes");
        return new Node.Broken(span);
    }

    private void refuseProperties(NodeEvent event) {
        if (event.getAnchor() != null) {
            Span span = spans.ofProperty(event, '&');
            problems.add(
                    Code.ANCHOR,
                    span,
                    "`" + span.text() + "` is an anchor, which scenarios do not support",
                    "remove it; put text that begins with `&` in quotes");
        }
        String tag = event instanceof ScalarEvent scalar ? scalar.getTag() : tagOf(event);
        if (tag != null) {
            Span span = spans.ofProperty(event, '!');
            problems.add(
                    Code.TAG,
                    span,
                    "`" + span.text() + "` is a tag, which scenarios do not support",
                    "remove it; put text that begins with `!` in quotes");
        }
    }

    private static @Nullable String tagOf(NodeEvent event) {
        return event instanceof CollectionStartEvent collection ? collection.getTag() : null;
    }

    private Node scalar(ScalarEvent event) {
        ScalarStyle style = event.getScalarStyle();
        boolean block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
        Span span = block ? spans.ofBlockScalar(event) : spans.of(event);
        if (style == ScalarStyle.DOUBLE_QUOTED && hasHalfOfAPair(event.getValue())) {
            problems.add(
                    Code.NOT_YAML,
                    span,
                    "an escape in this text is half a character, a lone surrogate",
                    "write the character itself, or \"\\U\" and its eight digits");
            return new Node.Broken(span);
        }
        return new Node.Scalar(event.getValue(), event.isPlain(), span);
    }

    private static boolean hasHalfOfAPair(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.getType(text.codePointAt(i)) == Character.SURROGATE) {
                return true;
            }
        }
        return false;
    }

    private Node sequence(CollectionStartEvent start, int depth) {
        List<Node> items = new ArrayList<>();
        Span last = spans.at(start.getEndMark());
        while (!events.nextIs(Event.ID.SequenceEnd)) {
            Node item = node(depth + 1);
            items.add(item);
            last = item.span();
        }
        return new Node.Sequence(items, collectionSpan(start, events.next(), last));
    }

    private Node mapping(CollectionStartEvent start, int depth) {
        Entries entries = new Entries(problems);
        Span last = spans.at(start.getEndMark());
        while (!events.nextIs(Event.ID.MappingEnd)) {
            Node key = node(depth + 1);
            Node value = node(depth + 1);
            entries.add(key, value);
            last = value.span();
        }
        return entries.node(collectionSpan(start, events.next(), last));
    }

    /** A block has no bracket at its end, and the mark there is that of whatever follows: it ends with its last part. */
    private Span collectionSpan(CollectionStartEvent start, Event end, Span last) {
        int from = spans.of(start).start();
        int to = start.isFlow() ? spans.of(end).end() : last.end();
        return source.span(from, Math.max(from, to));
    }

    /** Ends the reading of a file that is nested too deep, before the stack does. */
    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Span span;

        TooDeep(Span span) {
            super(null, null, false, false);
            this.span = span;
        }
    }
}
