package io.github.mmaplab.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Choices that follow from a number alone. */
final class Chance {

    private final SplittableRandom random;

    /** The choices of the scenario {@code index} of a campaign. */
    Chance(long seed, long index) {
        random = new SplittableRandom(mix(mix(seed) + index));
    }

    /** Spreads a number over all bits (the finaliser of SplitMix64), so that neighbours have nothing in common. */
    private static long mix(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** A number from 0 to less than {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number from {@code least} to {@code most}. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** True once in {@code times}. */
    boolean once(int times) {
        return random.nextInt(times) == 0;
    }

    /** One of them. */
    @SafeVarargs
    final <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** One of them. */
    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
