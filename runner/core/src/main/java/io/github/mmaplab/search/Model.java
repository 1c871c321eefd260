package io.github.mmaplab.search;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * What is searched. Its steps come in groups, one group after the other; the steps of a group are in branches, each of
 * which keeps its own order. A step that is alone in its group may have several effects: it is a choice. An order, with an
 * effect for each choice, is an outcome.
 */
public interface Model {

    /** For each group, the numbers of the steps of its branches; a branch has a step at least. */
    List<int[][]> groups();

    /** How many steps a group has. */
    static int steps(int[][] group) {
        return Arrays.stream(group).mapToInt(branch -> branch.length).sum();
    }

    /** The state in which everything begins: a number of the model's choice, from 0. */
    int start();

    /**
     * Does a step in a state: the effects that it may have, of which one comes about. Equal states with equal steps have equal
     * effects.
     *
     * @param state a state that the model has given
     * @return at least one; of a step that is not alone in its group, just one
     */
    List<Effect> effects(int state, int step);

    /** How many combinations of effects the steps of one order may have at most. */
    default BigInteger mostCombinations() {
        return BigInteger.ONE;
    }

    /**
     * What a step does.
     *
     * @param next the state after it
     * @param ends whether nothing follows in this order
     * @param sight a number, from 1, for what was seen during the step; 0 if nothing was seen
     */
    record Effect(int next, boolean ends, int sight) {
        /** The step cannot be done in this state: its branch waits. */
        public static final Effect WAITS = new Effect(-1, false, 0);

        /** Whether the step cannot be done in this state. */
        public boolean waits() {
            return next < 0;
        }
    }

    /** Says that of all states, only those are left to go on from that effects have led to since this was said last. */
    default void pass() {}

    /** Whether a step may have to wait, so that not every arrangement of the steps is an order. */
    default boolean waits() {
        return false;
    }

    /**
     * The sight of a state in which no branch can go on.
     *
     * @param step the next step of the first branch that has one
     */
    default int stuck(int step) {
        throw new UnsupportedOperationException("no step of this model waits");
    }
}
