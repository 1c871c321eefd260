package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.OptionalLong;

/** Reads a size that somebody wrote outside a scenario. */
public final class SizeText {
    private SizeText() {}

    /**
     * The size, in bytes and unsigned, or nothing if the text is none.
     *
     * @param pageSize what {@code 1 page} is, in bytes
     */
    public static OptionalLong parse(String text, int pageSize) {
        Node.Scalar scalar = new Node.Scalar(text, true, new Source("size", text).span(0, text.length()));
        if (scalar.isAbsent()) {
            return OptionalLong.empty();
        }
        Long size = new Values(new Problems(), pageSize).size(scalar, "a size");
        return size == null ? OptionalLong.empty() : OptionalLong.of(size);
    }
}
