package io.github.mmaplab.fuzz;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which scenarios a campaign plays, and how. Scenario {@code i} of a seed is the same in every campaign with the same
 * features and page size.
 *
 * @param pageSize the page size of the kernels, in bytes
 * @param count the number of scenarios, over all shards
 * @param shard which of {@code shards} this is, from 1
 * @param shards how many campaigns divide the scenarios among them, in turn
 * @param jobs how many scenarios are played at once
 * @param keepGoing whether to continue after a difference
 */
public record Plan(
        long seed,
        Set<Feature> features,
        int pageSize,
        long count,
        int shard,
        int shards,
        int jobs,
        boolean keepGoing) {

    /** Scenarios with pages of 4096 bytes and all features, in one shard, played one at a time. */
    public static Plan of(long seed, long count) {
        return new Plan(seed, EnumSet.allOf(Feature.class), 4096, count, 1, 1, 1, false);
    }

    /** A copy with another page size. */
    public Plan withPageSize(int bytes) {
        return new Plan(seed, features, bytes, count, shard, shards, jobs, keepGoing);
    }

    /** The command that finds scenario {@code index} again. */
    String origin(long index) {
        List<String> only = new ArrayList<>();
        for (Feature feature : features) {
            only.add(feature.word());
        }
        String features = only.size() == Feature.values().length ? "" : " --only " + String.join(",", only);
        return "Scenario " + index + " of `mmaplab fuzz --seed " + seed + features + "`, reduced.";
    }

    /** The index of the next scenario of this shard after it has played {@code played}. */
    long index(long played) {
        return shard - 1 + played * shards;
    }
}
