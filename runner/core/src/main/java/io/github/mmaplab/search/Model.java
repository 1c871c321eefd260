package io.github.mmaplab.search;

import java.util.Arrays;
import java.util.List;

/**
 * What is searched. Its steps come in groups, one group after the other; the steps of a group are in branches, each of
 * which keeps its own order.
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
     * Does a step in a state. Equal states with equal steps have equal effects.
     *
     * @param state a state that the model has given
     */
    Effect effect(int state, int step);

    /**
     * What a step does.
     *
     * @param next the state after it
     * @param ends whether nothing follows in this order
     * @param sight a number, from 1, for what was seen during the step; 0 if nothing was seen
     */
    record Effect(int next, boolean ends, int sight) {}
}
