package io.github.mmaplab.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * Makes choices, each a number from 0 to below a bound, and records them. They are random, or replayed from a
 * recording. Where a recorded choice is no longer possible, or there is none left, 0 is chosen.
 */
final class Chance {

    private final SplittableRandom random;
    private final boolean replays;
    private final List<Draws.Part> given;
    private final List<Draws.Kind> kinds = new ArrayList<>();
    private final List<List<Integer>> drawn = new ArrayList<>();
    private List<Integer> numbers = List.of();
    private int nextPart;
    private int nextNumber;

    private Chance(SplittableRandom random, boolean replays, List<Draws.Part> given) {
        this.random = random;
        this.replays = replays;
        this.given = given;
    }

    /** Random choices, for the scenario {@code index} of a campaign. */
    static Chance random(long seed, long index) {
        return new Chance(new SplittableRandom(mix(mix(seed) + index)), false, List.of());
    }

    /** Replays recorded choices. */
    static Chance replaying(Draws draws) {
        return new Chance(new SplittableRandom(0), true, draws.parts());
    }

    /**
     * Mixes the bits of a number (the finaliser of SplitMix64), so that neighbouring numbers have nothing in common.
     */
    private static long mix(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** All choices made so far. */
    Draws draws() {
        List<Draws.Part> parts = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            parts.add(new Draws.Part(kinds.get(i), drawn.get(i)));
        }
        return new Draws(parts);
    }

    /** Generates parts, each with choices of its own. Their number is one of {@code counts}. */
    void parts(Draws.Kind kind, Runnable part, int... counts) {
        int left = replays ? 0 : counts[random.nextInt(counts.length)];
        while (replays ? nextPart < given.size() && given.get(nextPart).kind() == kind : left-- > 0) {
            numbers = replays ? given.get(nextPart).numbers() : List.of();
            nextPart++;
            nextNumber = 0;
            kinds.add(kind);
            drawn.add(new ArrayList<>());
            part.run();
        }
    }

    /** A number from 0 to less than {@code bound}, distributed like {@code wanted}. */
    int number(int bound, IntSupplier wanted) {
        return number(bound, wanted, IntUnaryOperator.identity());
    }

    private int number(int bound, IntSupplier wanted, IntUnaryOperator possible) {
        int number = wanted(wanted);
        int chosen = possible.applyAsInt(number < bound ? number : 0);
        drawn.get(drawn.size() - 1).add(chosen);
        return chosen;
    }

    private int wanted(IntSupplier wanted) {
        if (!replays) {
            return wanted.getAsInt();
        }
        return nextNumber < numbers.size() ? numbers.get(nextNumber++) : 0;
    }

    /** A number from 0 to less than {@code bound}. */
    int below(int bound) {
        return number(bound, () -> random.nextInt(bound));
    }

    /** A number from 0 to less than {@code bound}; half of the time 0. */
    int oftenZero(int bound) {
        return number(bound, () -> random.nextBoolean() ? 0 : random.nextInt(bound));
    }

    /** True once in {@code times}. */
    boolean once(int times) {
        return number(2, () -> random.nextInt(times) == 0 ? 1 : 0) == 1;
    }

    /** False once in {@code times}. */
    boolean mostly(int times) {
        return number(2, () -> random.nextInt(times) == 0 ? 0 : 1) == 1;
    }

    /** One of the choices. The first is the simplest. */
    @SafeVarargs
    final <T> T one(T... choices) {
        return choices[below(choices.length)];
    }

    /** One of the choices. The first is the simplest. */
    <T> T one(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /**
     * One of the choices, with these weights. The first is the simplest.
     *
     * @param possible the choice to make, and to record, in place of one that is not possible
     */
    <T> T weighted(List<T> choices, ToIntFunction<T> weight, UnaryOperator<T> possible) {
        return choices.get(number(
                choices.size(),
                () -> weightedIndex(choices, weight),
                index -> choices.indexOf(possible.apply(choices.get(index)))));
    }

    private <T> int weightedIndex(List<T> choices, ToIntFunction<T> weight) {
        int sum = 0;
        for (T choice : choices) {
            sum += weight.applyAsInt(choice);
        }
        int index = -1;
        for (int left = random.nextInt(sum); left >= 0; left -= weight.applyAsInt(choices.get(index))) {
            index++;
        }
        return index;
    }

    /**
     * One of the choices. Its number is recorded, not its index, so that a replay makes the same choice if others are
     * gone. If the choice itself is gone, the first one replaces it.
     */
    <T extends Numbered> T named(List<T> choices) {
        return named(choices, () -> numberOfOne(choices));
    }

    /** One of the choices; when the choice is random, the one with the number {@code wanted}. */
    <T extends Numbered> T named(List<T> choices, IntSupplier wanted) {
        int number = number(Numbered.MOST, wanted);
        for (T choice : choices) {
            if (choice.number() == number) {
                return choice;
            }
        }
        return choices.get(0);
    }

    /** A number that none of {@code taken} has; when the choice is random, {@code next}. */
    int newNumber(List<? extends Numbered> taken, IntSupplier next) {
        int number = number(Numbered.MOST, next);
        while (isTaken(taken, number)) {
            number++;
        }
        return number;
    }

    private static boolean isTaken(List<? extends Numbered> taken, int number) {
        return taken.stream().anyMatch(one -> one.number() == number);
    }

    /** Usually {@code next}, sometimes the number of one of {@code old}. */
    int oldOrNew(List<? extends Numbered> old, IntSupplier next) {
        return number(Numbered.MOST, () -> old.isEmpty() || random.nextInt(6) > 0 ? next.getAsInt() : numberOfOne(old));
    }

    private int numberOfOne(List<? extends Numbered> choices) {
        return choices.get(random.nextInt(choices.size())).number();
    }
}
