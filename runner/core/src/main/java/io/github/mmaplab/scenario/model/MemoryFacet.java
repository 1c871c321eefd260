package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import io.github.mmaplab.diagnostic.Span;
import java.util.Optional;

/** What can be expected of memory. Those about a page speak of the one at the location. */
public sealed interface MemoryFacet extends Facet
        permits ContentFacet,
                PropertyIs,
                MemoryFacet.Raises,
                MemoryFacet.SamePageAs,
                MemoryFacet.NotSamePageAs,
                MemoryFacet.At {
    /** Calls the method of {@code visitor} for this facet. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each facet. */
    interface Visitor<R> {
        R contentIs(ContentIs facet);

        R oneOf(OneOf facet);

        R propertyIs(PropertyIs facet);

        R raises(Raises facet);

        R samePageAs(SamePageAs facet);

        R notSamePageAs(NotSamePageAs facet);

        R at(At facet);
    }

    /** Reading raises this signal (with this code, if given) and the reader goes on; without a signal, it raises none. */
    record Raises(Optional<Signal> signal, Optional<SignalCode> code, Span key, Span value) implements MemoryFacet {
        @Override
        public String name() {
            return "raises";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.raises(this);
        }
    }

    /** The same physical page as there; both are read first. */
    record SamePageAs(Location.InMemory other, Span key, Span value) implements MemoryFacet {
        @Override
        public String name() {
            return "same-page-as";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.samePageAs(this);
        }
    }

    /** Another physical page than there; both are read first. */
    record NotSamePageAs(Location.InMemory other, Span key, Span value) implements MemoryFacet {
        @Override
        public String name() {
            return "not-same-page-as";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.notSamePageAs(this);
        }
    }

    /** The same address as this location, of whatever process. */
    record At(Location.InMemory other, Span key, Span value) implements MemoryFacet {
        @Override
        public String name() {
            return "at";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.at(this);
        }
    }
}
