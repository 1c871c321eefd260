package io.github.mmaplab.scenario.model;

import io.github.mmaplab.diagnostic.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One row of a table of expectations: something to look at, and what is seen there. At least one facet each. */
public sealed interface Expectation {
    /** What is looked at, in the words of the file. */
    Span span();

    /** Calls the method of {@code visitor} for this kind of row. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of row. */
    interface Visitor<R> {
        /** Memory of a process. */
        R memory(OfMemory row);

        /** A file. */
        R file(OfFile row);

        /** A register. */
        R register(OfRegister row);

        /** A step. */
        R step(OfStep row);

        /** A process. */
        R process(OfProcess row);

        /** All physical pages. */
        R machine(OfMachine row);
    }

    /** What a process sees at an address. */
    record OfMemory(Location.InMemory location, List<MemoryFacet> facets) implements Expectation {
        public OfMemory {
            facets = List.copyOf(facets);
        }

        /** The facets in the order in which they are looked at: properties first, because these touch no memory. */
        public List<MemoryFacet> inOrder() {
            List<MemoryFacet> all = new ArrayList<>(facets);
            all.sort(Comparator.comparing(facet -> !(facet instanceof PropertyIs)));
            return all;
        }

        @Override
        public Span span() {
            return location.span();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.memory(this);
        }
    }

    /** What read(2) sees in a file. */
    record OfFile(Location.InFile location, List<FileFacet> facets) implements Expectation {
        public OfFile {
            facets = List.copyOf(facets);
        }

        @Override
        public Span span() {
            return location.span();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.file(this);
        }
    }

    /** What a register holds. */
    record OfRegister(Location.InRegister location, List<ContentFacet> facets) implements Expectation {
        public OfRegister {
            facets = List.copyOf(facets);
        }

        @Override
        public Span span() {
            return location.span();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.register(this);
        }
    }

    /** The outcome of a labelled step before this one, which may have any. */
    record OfStep(Named label, OutcomeIs outcome) implements Expectation {
        @Override
        public Span span() {
            return label.span();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.step(this);
        }
    }

    /** The state of a process. */
    record OfProcess(Named process, List<ProcessFacet> facets) implements Expectation {
        public OfProcess {
            facets = List.copyOf(facets);
        }

        @Override
        public Span span() {
            return process.span();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.process(this);
        }
    }

    /** The row {@code memory}: the physical pages of the whole scenario. */
    record OfMachine(List<PropertyIs> facets, Span span) implements Expectation {
        public OfMachine {
            facets = List.copyOf(facets);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.machine(this);
        }
    }
}
