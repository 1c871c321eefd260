package io.github.mmaplab.fuzz.sketch;

import java.util.ArrayList;
import java.util.List;

/**
 * A location in memory.
 *
 * @param process whose memory
 * @param mapping the name of a mapping
 * @param offset from its beginning; may be negative
 */
public record Spot(String process, String mapping, Amount offset) {

    /** As a scenario writes it: {@code p.m1 + 1 page}. */
    @Override
    public String toString() {
        return process + "." + mapping + offset.displacement();
    }

    /** The same with another process, if this one is {@code from}. */
    Spot renamed(String from, String to) {
        return process.equals(from) ? new Spot(to, mapping, offset) : this;
    }

    /** Locations that are simpler to speak of. */
    List<Spot> simpler() {
        List<Spot> simpler = new ArrayList<>();
        for (Amount nearer : offset.nearerToZero()) {
            simpler.add(new Spot(process, mapping, nearer));
        }
        return simpler;
    }
}
