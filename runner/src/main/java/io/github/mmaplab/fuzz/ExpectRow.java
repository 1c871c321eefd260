package io.github.mmaplab.fuzz;

import java.util.Optional;

/**
 * A row of a table of expectations.
 *
 * @param name of a process, a file, or memory ({@code p.m1})
 * @param offset the offset in memory or in a file; empty for the whole
 * @param facets as a scenario writes them: {@code { text: A }}
 */
record ExpectRow(String name, Optional<Amount> offset, String facets) {

    private static final String SAME = "{ same-page-as: ";

    /** A row about a whole process or file. */
    static ExpectRow of(String name, String facets) {
        return new ExpectRow(name, Optional.empty(), facets);
    }

    /** A row about a location in memory or in a file. */
    static ExpectRow at(String name, Amount offset, String facets) {
        return new ExpectRow(name, Optional.of(offset), facets);
    }

    /** A row that expects two locations on one physical page. */
    static ExpectRow samePage(String name, Amount offset, String other) {
        return at(name, offset, SAME + other + " }");
    }

    /** The row that expects the two locations of {@link #samePage} on different physical pages. */
    ExpectRow otherPage() {
        return new ExpectRow(name, offset, "{ not-same-page-as: " + facets.substring(SAME.length()));
    }

    /** A copy with other facets. */
    ExpectRow saying(String others) {
        return new ExpectRow(name, offset, others);
    }

    /** A copy whose location is this many bytes further on. */
    ExpectRow plus(long bytes) {
        return new ExpectRow(name, offset.map(from -> from.plus(bytes)), facets);
    }

    /** The location: {@code p.m1 + 1 page}, {@code f + 0}, {@code p}. */
    String place() {
        boolean inFile = name.indexOf('.') < 0;
        return name
                + offset.map(from -> inFile ? " + " + from.size() : from.displacement())
                        .orElse("");
    }

    /** The line of the table. */
    @Override
    public String toString() {
        return place() + ": " + facets;
    }
}
