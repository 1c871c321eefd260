package io.github.mmaplab.format;

import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.YamlReader;
import java.util.List;

/** Rewrites files in canonical form. A file in canonical form stays the same. */
public final class Formatter {
    /** The maximum number of rounds. A changed line can break an alignment, so a file is usually formatted twice. */
    private static final int ROUNDS = 8;

    private Formatter() {}

    /**
     * The canonical form of a file.
     *
     * @param source its text, without errors
     * @throws IllegalStateException if the result would have another meaning or lack a comment, which is a bug of ours
     */
    public static String format(Source source) {
        Source from = source;
        for (int round = 0; round < ROUNDS; round++) {
            String text = once(from, true);
            if (text.equals(from.text())) {
                return text;
            }
            from = new Source(source.name(), text);
        }
        return once(from, false);
    }

    private static String once(Source source, boolean keepsAlignment) {
        List<Document> before = read(source);
        String text = new Layout(source, keepsAlignment).of(before);
        Source result = new Source(source.name(), text);
        List<Document> after = read(result);
        if (!SameMeaning.of(before, after)) {
            throw new IllegalStateException("the canonical form of " + source.name()
                    + " would mean something else than the file does, which is left as it is");
        }
        if (!Comments.of(source, before).equals(Comments.of(result, after))) {
            throw new IllegalStateException(
                    "the canonical form of " + source.name() + " would lose a comment, so it is left as it is");
        }
        return text;
    }

    private static List<Document> read(Source source) {
        Problems problems = new Problems();
        List<Document> documents = YamlReader.read(source, problems);
        if (problems.errors() > 0) {
            throw new IllegalStateException(source.name() + " can't be put into canonical form, for it is no YAML: "
                    + problems.all().get(0));
        }
        return documents;
    }
}
