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

    /** No entries yet. */
    public Entries(Problems problems) {
        this.problems = problems;
    }

    /** The entries that were good. */
    public List<Node.Entry> list() {
        return entries;
    }

    /** Adds an entry or reports what is wrong with its key. */
    public void add(Node key, Node value) {
        if (key instanceof Node.Broken) {
            return;
        }
        if (!(key instanceof Node.Scalar text)) {
            problems.add(
                    Code.KEY_NOT_TEXT,
                    key.span(),
                    "a key must be text",
                    "to write a parameter, use `<name>`: no braces");
        } else if (text.isAbsent()) {
            problems.add(Code.KEY_NOT_TEXT, key.span(), "there is no key before this colon", "write `key: value`");
        } else if (text.plain() && text.text().equals("<<")) {
            problems.add(
                    Code.MERGE_KEY,
                    key.span(),
                    "`<<` is a merge key, which scenarios do without",
                    "write the entries out");
        } else {
            addUnlessPresent(text, value);
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
                "the key `" + key.text() + "` is written twice in one map",
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
