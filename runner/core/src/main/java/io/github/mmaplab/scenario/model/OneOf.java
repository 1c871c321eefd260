package io.github.mmaplab.scenario.model;

import io.github.mmaplab.diagnostic.Span;
import java.util.List;

/**
 * One of these contents is seen, each compared for its own length.
 *
 * @param contents at least one, each at least one byte
 */
public record OneOf(List<Content> contents, Span key, Span value) implements ContentFacet {
    public OneOf {
        contents = List.copyOf(contents);
    }

    @Override
    public String name() {
        return "one-of";
    }

    @Override
    public <R> R accept(MemoryFacet.Visitor<R> visitor) {
        return visitor.oneOf(this);
    }

    @Override
    public <R> R accept(FileFacet.Visitor<R> visitor) {
        return visitor.oneOf(this);
    }
}
