package io.github.mmaplab.scenario.model;

import io.github.mmaplab.diagnostic.Span;

/** What can be expected of a file. */
public sealed interface FileFacet extends Facet permits ContentFacet, PropertyIs, FileFacet.OnDisk {
    /** Calls the method of {@code visitor} for this facet. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each facet. */
    interface Visitor<R> {
        R contentIs(ContentIs facet);

        R oneOf(OneOf facet);

        R propertyIs(PropertyIs facet);

        R onDisk(OnDisk facet);
    }

    /** What would survive a crash now: at least one byte. */
    record OnDisk(Content content, Span key, Span value) implements FileFacet {
        @Override
        public String name() {
            return "on-disk";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onDisk(this);
        }
    }
}
