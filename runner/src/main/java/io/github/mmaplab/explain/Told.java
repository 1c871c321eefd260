package io.github.mmaplab.explain;

import java.util.List;

/**
 * What is seen, in words, and what decides it.
 *
 * @param causes the most important first
 */
record Told(String answer, List<Cause> causes) {
    /** Copies the list. */
    Told {
        causes = List.copyOf(causes);
    }
}
