package io.github.mmaplab.fuzz.sketch;

import java.util.List;

/** A row of a table of expectations. Its facets are written as a scenario writes them: {@code { text: A }}. */
public sealed interface Row {

    /** As a line of the table. */
    @Override
    String toString();

    /** The places in memory that it speaks of. */
    default List<Spot> spots() {
        return List.of();
    }

    /** The files that it speaks of. */
    default List<String> files() {
        return List.of();
    }

    /** The processes that it speaks of, beside those of its places. */
    default List<String> processes() {
        return List.of();
    }

    /** The same with one process in place of another. */
    default Row renamed(String from, String to) {
        return this;
    }

    /** What a process sees at a place. */
    record OfMemory(Spot spot, String facets) implements Row {
        @Override
        public String toString() {
            return spot + ": " + facets;
        }

        @Override
        public List<Spot> spots() {
            return List.of(spot);
        }

        @Override
        public Row renamed(String from, String to) {
            return new OfMemory(spot.renamed(from, to), facets);
        }
    }

    /** Whether two places are one physical page. */
    record OfPages(Spot one, Spot other, boolean same) implements Row {
        @Override
        public String toString() {
            return one + ": { " + (same ? "" : "not-") + "same-page-as: " + other + " }";
        }

        @Override
        public List<Spot> spots() {
            return List.of(one, other);
        }

        @Override
        public Row renamed(String from, String to) {
            return new OfPages(one.renamed(from, to), other.renamed(from, to), same);
        }
    }

    /** How long a file is, in bytes. */
    record OfSize(String file, String size) implements Row {
        @Override
        public String toString() {
            return file + ": { size: " + size + " }";
        }

        @Override
        public List<String> files() {
            return List.of(file);
        }
    }

    /** What a file holds at a place. */
    record OfFile(FileSpot spot, String facets) implements Row {
        @Override
        public String toString() {
            return spot.place() + ": " + facets;
        }

        @Override
        public List<String> files() {
            return List.of(spot.file());
        }
    }

    /** Of a process: whether it lives, how it ended, its mappings. */
    record OfProcess(String process, String facets) implements Row {
        @Override
        public String toString() {
            return process + ": " + facets;
        }

        @Override
        public List<String> processes() {
            return List.of(process);
        }

        @Override
        public Row renamed(String from, String to) {
            return process.equals(from) ? new OfProcess(to, facets) : this;
        }
    }
}
