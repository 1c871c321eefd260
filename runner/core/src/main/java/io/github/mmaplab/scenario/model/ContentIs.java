package io.github.mmaplab.scenario.model;

import io.github.mmaplab.diagnostic.Span;
import java.util.List;

/**
 * These bytes are seen: {@code text}, {@code hex}, {@code zeros} and {@code fill}.
 *
 * @param content at least one byte
 */
public record ContentIs(Content content, Span key, Span value) implements ContentFacet {
    @Override
    public List<Content> contents() {
        return List.of(content);
    }

    @Override
    public String name() {
        if (content instanceof Content.Text) {
            return "text";
        }
        if (content instanceof Content.Hex) {
            return "hex";
        }
        return content instanceof Content.Zeros ? "zeros" : "fill";
    }

    @Override
    public <R> R accept(MemoryFacet.Visitor<R> visitor) {
        return visitor.contentIs(this);
    }

    @Override
    public <R> R accept(FileFacet.Visitor<R> visitor) {
        return visitor.contentIs(this);
    }
}
