package io.github.mmaplab.scenario.model;

import io.github.mmaplab.diagnostic.Span;

/**
 * A property has this value.
 *
 * @param expected the value in its one form: {@code true}, {@code rw}, the bytes of a size in decimal digits
 */
public record PropertyIs(Property property, String expected, Span key, Span value)
        implements MemoryFacet, FileFacet, ProcessFacet {
    @Override
    public String name() {
        return property.word();
    }

    @Override
    public <R> R accept(MemoryFacet.Visitor<R> visitor) {
        return visitor.propertyIs(this);
    }

    @Override
    public <R> R accept(FileFacet.Visitor<R> visitor) {
        return visitor.propertyIs(this);
    }

    @Override
    public <R> R accept(ProcessFacet.Visitor<R> visitor) {
        return visitor.propertyIs(this);
    }
}
