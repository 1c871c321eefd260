package io.github.mmaplab.search;

import java.math.BigInteger;

/**
 * Something that was seen, in one order or in many.
 *
 * @param sight its number in the model
 * @param orders in how many orders it is seen
 * @param first the first order in which it is seen, in the order of a dictionary
 * @param shortest of the orders in which it is seen, one with the fewest switches between branches until then; of as many,
 *     with the fewest steps; of as many, the first
 * @param switches how many switches that one has until then
 */
public record Sighting(int sight, BigInteger orders, Path first, Path shortest, int switches) {

    /** Whether the shortest order of this one comes before that of another one. */
    public boolean isShorterThan(Sighting other) {
        return switches < other.switches
                || (switches == other.switches
                        && (shortest.length() < other.shortest.length()
                                || (shortest.length() == other.shortest.length()
                                        && shortest.compareTo(other.shortest) < 0)));
    }
}
