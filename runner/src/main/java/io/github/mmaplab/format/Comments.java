package io.github.mmaplab.format;

import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects the comments of a file, to detect whether one was lost. */
final class Comments {
    private final String text;
    private final List<String> found = new ArrayList<>();

    private Comments(String text) {
        this.text = text;
    }

    /** The comments of a file, sorted, without the blanks at their ends. */
    static List<String> of(Source source, List<Document> documents) {
        Comments comments = new Comments(source.text());
        int at = 0;
        for (Document document : documents) {
            for (Node.Scalar leaf : Leaves.of(document.root())) {
                comments.between(at, leaf.span().start());
                at = leaf.span().end();
                if (BlockScalar.is(leaf)) {
                    BlockScalar block = BlockScalar.of(leaf);
                    comments.between(leaf.span().start(), block.headerEnd());
                    at = block.end();
                }
            }
        }
        comments.between(at, source.text().length());
        Collections.sort(comments.found);
        return comments.found;
    }

    private void between(int from, int to) {
        int hash = text.indexOf('#', from);
        while (hash >= 0 && hash < to) {
            int end = TextLines.end(text, hash);
            found.add(text.substring(hash, end).stripTrailing());
            hash = text.indexOf('#', end);
        }
    }
}
