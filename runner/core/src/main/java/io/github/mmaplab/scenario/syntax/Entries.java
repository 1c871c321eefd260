package io.github.mmaplab.scenario.syntax;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Label;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the entries of a map, leaving out those whose key is no text, a merge key, or there already. */
public final class Entries {
    /** Up to this many entries are compared one by one, which is faster than making a table. */
    private static final int FEW = 16;

    private final Problems problems;
    private final List<Node.Entry> entries = new ArrayList<>();
    private @Nullable Map<String, Span> spans;
    private boolean offered;

    /** No entries yet. */
    public Entries(Problems problems) {
        this.problems = problems;
    }

    /** The map of the entries that were good; broken, if there were some and none of them was. */
    public Node node(Span span) {
        return entries.isEmpty() && offered ? new Node.Broken(span) : new Node.Mapping(entries, span);
    }

    /** Adds an entry or reports what is wrong with its key. */
    public void add(Node key, Node value) {
        offered = true;
        if (key instanceof Node.Scalar text) {
            add(text, value);
        } else if (!(key instanceof Node.Broken)) {
            problems.add(
                    Code.KEY_NOT_TEXT,
                    key.span(),
                    "a key must be text",
                    "write a parameter as `<name>`, without braces");
        }
    }

    private void add(Node.Scalar key, Node value) {
        if (key.isAbsent()) {
            problems.add(Code.KEY_NOT_TEXT, key.span(), "there is no key before this colon", "write `key: value`");
        } else if (key.plain() && key.text().equals("<<")) {
            problems.add(
                    Code.MERGE_KEY,
                    key.span(),
                    "`<<` is a merge key, which scenarios do not support",
                    "write the entries out");
        } else {
            addUnlessPresent(key, value);
        }
    }

    private void addUnlessPresent(Node.Scalar key, Node value) {
        Span first = find(key.text());
        if (first == null) {
            entries.add(new Node.Entry(key, value));
            if (spans != null) {
                spans.put(key.text(), key.span());
            }
            return;
        }
        problems.add(new Diagnostic(
                Code.WRITTEN_TWICE,
                key.span(),
                "the key `" + key.text() + "` appears twice in this map",
                List.of(new Label(first, "the first is here")),
                List.of("keep one of them; to do the same thing twice, write two steps")));
    }

    private @Nullable Span find(String key) {
        if (entries.size() <= FEW) {
            for (Node.Entry entry : entries) {
                if (entry.key().text().equals(key)) {
                    return entry.key().span();
                }
            }
            return null;
        }
        if (spans == null) {
            spans = new HashMap<>();
            for (Node.Entry entry : entries) {
                spans.put(entry.key().text(), entry.key().span());
            }
        }
        return spans.get(key);
    }
}
