package io.github.mmaplab.scenario.model;

import io.github.mmaplab.diagnostic.Span;

/** What can be expected of the physical memory as a whole. */
public sealed interface MachineFacet extends Facet {
    /** Calls the method of {@code visitor} for this facet. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each facet. */
    interface Visitor<R> {
        R pages(Pages facet);

        R copies(Copies facet);
    }

    /** How many physical pages the scenario's mappings and files use, unsigned. */
    record Pages(long pages, Span key, Span value) implements MachineFacet {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pages(this);
        }
    }

    /** How many pages were copied on write so far, unsigned. */
    record Copies(long copies, Span key, Span value) implements MachineFacet {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.copies(this);
        }
    }
}
