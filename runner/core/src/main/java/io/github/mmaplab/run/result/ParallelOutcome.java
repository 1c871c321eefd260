package io.github.mmaplab.run.result;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was seen of one run: at the places that are looked at when it is over, and of each step.
 *
 * @param seen what is at each of the places
 * @param steps the outcome of each step in words, by its number in the file
 */
public record ParallelOutcome(List<Reply> seen, SortedMap<Integer, String> steps) {
    /** Copies both. */
    public ParallelOutcome {
        seen = List.copyOf(seen);
        steps = new TreeMap<>(steps);
    }
}
