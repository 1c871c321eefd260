package io.github.mmaplab.search;

import java.util.Arrays;

/**
 * What leaves a layer: for each node and turn, a branch or an effect, the node in the next layer, and what is seen on the way.
 */
final class Edges {
    /** Nothing leaves there. */
    static final int NO_NODE = -1;

    /** The order ends there. */
    static final int END = -2;

    private final int turns;
    private final int[] targets;
    private final int[] sights;

    Edges(int nodes, int turns) {
        this.turns = turns;
        this.targets = new int[nodes * turns];
        this.sights = new int[nodes * turns];
        Arrays.fill(targets, NO_NODE);
    }

    /** How many turns there may be. */
    int turns() {
        return turns;
    }

    void leadsTo(int node, int turn, int target) {
        targets[node * turns + turn] = target;
    }

    void ends(int node, int turn) {
        targets[node * turns + turn] = END;
    }

    void shows(int node, int turn, int sight) {
        sights[node * turns + turn] = sight;
    }

    int target(int node, int turn) {
        return targets[node * turns + turn];
    }

    int sight(int node, int turn) {
        return sights[node * turns + turn];
    }
}
