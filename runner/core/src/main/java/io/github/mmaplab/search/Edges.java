package io.github.mmaplab.search;

import java.util.Arrays;

/** What leaves a layer: for each node and branch, the node in the next layer, and what is seen on the way. */
final class Edges {
    /** Nothing leaves there. */
    static final int NO_NODE = -1;

    private final int branches;
    private final int[] targets;
    private final int[] sights;

    Edges(int nodes, int branches) {
        this.branches = branches;
        this.targets = new int[nodes * branches];
        this.sights = new int[nodes * branches];
        Arrays.fill(targets, NO_NODE);
    }

    void leadsTo(int node, int branch, int target) {
        targets[node * branches + branch] = target;
    }

    void shows(int node, int branch, int sight) {
        sights[node * branches + branch] = sight;
    }

    int target(int node, int branch) {
        return targets[node * branches + branch];
    }

    int sight(int node, int branch) {
        return sights[node * branches + branch];
    }
}
