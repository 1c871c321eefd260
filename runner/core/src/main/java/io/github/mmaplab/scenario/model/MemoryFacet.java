package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import io.github.mmaplab.diagnostic.Span;
import java.util.Optional;

/** What can be expected of memory. Those about a page speak of the one at the location. */
public sealed interface MemoryFacet extends Facet
        permits ContentIs,
                OneOf,
                MemoryFacet.Raises,
                MemoryFacet.SamePageAs,
                MemoryFacet.NotSamePageAs,
                MemoryFacet.Mapped,
                MemoryFacet.ProtIs,
                MemoryFacet.SharingIs,
                MemoryFacet.Resident,
                MemoryFacet.Locked {
    /** Calls the method of {@code visitor} for this facet. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each facet. */
    interface Visitor<R> {
        R contentIs(ContentIs facet);

        R oneOf(OneOf facet);

        R raises(Raises facet);

        R samePageAs(SamePageAs facet);

        R notSamePageAs(NotSamePageAs facet);

        R mapped(Mapped facet);

        R protIs(ProtIs facet);

        R sharingIs(SharingIs facet);

        R resident(Resident facet);

        R locked(Locked facet);
    }

    /** Reading raises this signal (with this code, if given) and the reader goes on; without a signal, it raises none. */
    record Raises(Optional<Signal> signal, Optional<SignalCode> code, Span key, Span value) implements MemoryFacet {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.raises(this);
        }
    }

    /** The same physical page as there; both are read first. */
    record SamePageAs(Location.InMemory other, Span key, Span value) implements MemoryFacet {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.samePageAs(this);
        }
    }

    /** Another physical page than there; both are read first. */
    record NotSamePageAs(Location.InMemory other, Span key, Span value) implements MemoryFacet {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.notSamePageAs(this);
        }
    }

    /** Whether there is a mapping. */
    record Mapped(boolean mapped, Span key, Span value) implements MemoryFacet {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mapped(this);
        }
    }

    /** The mapping's protection. */
    record ProtIs(Protection prot, Span key, Span value) implements MemoryFacet {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.protIs(this);
        }
    }

    /** Whether the mapping is private or shared; never another. */
    record SharingIs(Sharing sharing, Span key, Span value) implements MemoryFacet {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sharingIs(this);
        }
    }

    /** Whether the page is in memory, mincore(2). */
    record Resident(boolean resident, Span key, Span value) implements MemoryFacet {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resident(this);
        }
    }

    /** Whether the page is locked into memory. */
    record Locked(boolean locked, Span key, Span value) implements MemoryFacet {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.locked(this);
        }
    }
}
