package io.github.mmaplab.exercise.classroom;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts of something by its name, of a limited number of different names. Which ones are kept depends on the names alone, not
 * on the order in which they come: those with the smallest hashes, as in bottom-k sampling (Cohen and Kaplan, 2007). So
 * a name that is kept in the end was kept from its first time on, and its count is exact.
 */
final class BoundedCounts<C> {
    private static final Comparator<String> BY_HASH =
            Comparator.<String>comparingInt(name -> mixed(name.hashCode())).thenComparing(Comparator.naturalOrder());

    private final int most;
    private final Supplier<C> nothing;
    private final TreeMap<String, C> kept = new TreeMap<>(BY_HASH);

    /**
     * No counts so far.
     *
     * @param most how many different names are kept, from 1
     * @param nothing makes a count of nothing
     */
    BoundedCounts(int most, Supplier<C> nothing) {
        this.most = most;
        this.nothing = nothing;
    }

    /** Spreads the bits of a hash, which are much alike for names that are (the finalizer of MurmurHash3). */
    private static int mixed(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }

    /** The count of a name; null, if it is none of those that are kept. */
    @Nullable
    C of(String name) {
        C known = kept.get(name);
        if (known != null) {
            return known;
        }
        if (kept.size() == most) {
            if (BY_HASH.compare(name, kept.lastKey()) > 0) {
                return null;
            }
            kept.pollLastEntry();
        }
        C begun = nothing.get();
        kept.put(name, begun);
        return begun;
    }

    /** The counts of all names that are kept, by name. */
    SortedMap<String, C> all() {
        SortedMap<String, C> all = new TreeMap<>();
        for (Map.Entry<String, C> each : kept.entrySet()) {
            all.put(each.getKey(), each.getValue());
        }
        return all;
    }
}
