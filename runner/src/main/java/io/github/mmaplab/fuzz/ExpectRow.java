package io.github.mmaplab.fuzz;

import java.util.Optional;

/**
 * A row of a table of expectations.
 *
 * @param name of a process, a file, or memory ({@code p.m1})
 * @param offset where in memory, or where in a file and no more of it; absent where the whole is meant
 * @param facets as a scenario writes them: {@code { text: A }}
 */
record ExpectRow(String name, Optional<Amount> offset, String facets) {

    private static final String SAME = "{ same-page-as: ";

    /** About the whole of a process or file. */
    static ExpectRow of(String name, String facets) {
        return new ExpectRow(name, Optional.empty(), facets);
    }

    /** About a place in memory or in a file. */
    static ExpectRow at(String name, Amount offset, String facets) {
        return new ExpectRow(name, Optional.of(offset), facets);
    }

    /** That two places in memory are one physical page. */
    static ExpectRow samePage(String name, Amount offset, String other) {
        return at(name, offset, SAME + other + " }");
    }

    /** That the two places, which {@link #samePage} says are one physical page, are not. */
    ExpectRow otherPage() {
        return new ExpectRow(name, offset, "{ not-same-page-as: " + facets.substring(SAME.length()));
    }

    /** The same with other facets. */
    ExpectRow saying(String others) {
        return new ExpectRow(name, offset, others);
    }

    /** So many bytes further on. */
    ExpectRow plus(long bytes) {
        return new ExpectRow(name, offset.map(from -> from.plus(bytes)), facets);
    }

    /** What it is about: {@code p.m1 + 1 page}, {@code f + 0}, {@code p}. */
    String place() {
        boolean inFile = name.indexOf('.') < 0;
        return name
                + offset.map(from -> inFile ? " + " + from.size() : from.displacement())
                        .orElse("");
    }

    /** As a line of the table. */
    @Override
    public String toString() {
        return place() + ": " + facets;
    }
}
