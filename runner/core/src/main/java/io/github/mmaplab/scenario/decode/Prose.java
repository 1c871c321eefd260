package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Label;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a scenario says to people and to those who select by it. */
final class Prose {
    private final Values values;
    private final Fields fields;

    Prose(Values values, Fields fields) {
        this.values = values;
        this.fields = fields;
    }

    String title(Node node) {
        String title = values.text(node, "the title", "what the scenario shows");
        if (title != null && title.isBlank()) {
            values.problems()
                    .add(Code.NOTHING_GIVEN, node.span(), "the title is empty", "write what the scenario shows");
        }
        return title == null ? "" : title;
    }

    Optional<String> about() {
        Node node = fields.get("about");
        return node == null ? Optional.empty() : Optional.ofNullable(values.text(node, "`about`", "a few sentences"));
    }

    /** A list of texts, or one text. */
    List<String> references() {
        List<String> references = new ArrayList<>();
        Node node = fields.get("references");
        List<Node> items = node instanceof Node.Sequence list ? list.items() : node == null ? List.of() : List.of(node);
        for (Node item : items) {
            String reference = values.text(item, "a reference", "a book's section or a man page: mmap(2)");
            if (reference != null) {
                references.add(reference);
            }
        }
        return references;
    }

    List<String> tags() {
        Node node = fields.get("tags");
        Node.Sequence list =
                node == null ? null : values.shapes().sequence(node, "`tags`", "a list of words: [private, cow]");
        Map<String, Node.Scalar> tags = new LinkedHashMap<>();
        for (Node item : list == null ? List.<Node>of() : list.items()) {
            Node.Scalar tag = values.shapes().scalar(item, "a tag", "a word: cow");
            if (tag != null && isWord(tag)) {
                Node.Scalar first = tags.putIfAbsent(tag.text(), tag);
                if (first != null) {
                    refuseTwice(first, tag);
                }
            }
        }
        return List.copyOf(tags.keySet());
    }

    private void refuseTwice(Node.Scalar first, Node.Scalar again) {
        values.problems()
                .add(new Diagnostic(
                        Code.WRITTEN_TWICE,
                        again.span(),
                        "the tag `" + again.text() + "` is written twice",
                        List.of(new Label(first.span(), "the first is here")),
                        List.of("keep one of them")));
    }

    /** A tag is selected by an expression of words, so it must be one. */
    private boolean isWord(Node.Scalar tag) {
        String text = tag.text();
        boolean word = !text.isEmpty() && !text.equals("and") && !text.equals("or") && !text.equals("not");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            word &= Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
        }
        if (!word) {
            values.problems()
                    .add(
                            Code.INVALID_NAME,
                            tag.span(),
                            "`" + text + "` can't be a tag",
                            "a tag is one word of letters, digits, `-`, `_` and `.`; not `and`, `or`, `not`");
        }
        return word;
    }
}
