package io.github.mmaplab.search;

import java.math.BigInteger;

/**
 * All that can be reached with the same number of steps: nodes, each a position and a state, in the order of their first
 * paths; and ways, each a node with the branch that made the last step, in the order of the paths that they keep.
 */
final class Layer {
    /** The branch that made the last step, where a group begins. */
    static final int NO_BRANCH = -1;

    /** In place of a way that is not there. */
    static final int FREE = -1;

    /** For each node, or each way: the index in the layer before that it comes from, and the branch of the step from there. */
    record Origins(Ints parents, Ints branches) {
        Origins() {
            this(new Ints(), new Ints());
        }

        void append(int parent, int branch) {
            parents.append(parent);
            branches.append(branch);
        }
    }

    /** What is kept of a layer when the search has passed it. */
    record Trail(Origins nodes, Origins ways) {}

    final Counts counts;
    /** For each node and last branch, the way; {@link #FREE} if there is none. */
    final Ints waysOfNode = new Ints();

    final Ints wayNode = new Ints();
    final Ints wayLast = new Ints();
    final Ints waySwitches = new Ints();
    final Origins wayOrigins = new Origins();
    /** The ways in the order of their paths. */
    final Ints order = new Ints();

    /** Where the first paths of nodes come from. */
    final Origins nodeOrigins = new Origins();

    private final int lasts;
    private final Pairs nodes = new Pairs();

    /**
     * An empty layer.
     *
     * @param branches how many branches the group of its positions has
     * @param orders how many orders there are in all
     */
    Layer(int branches, BigInteger orders) {
        this.lasts = branches + 1;
        this.counts = new Counts(orders);
    }

    int size() {
        return nodes.size();
    }

    Trail trail() {
        return new Trail(nodeOrigins, wayOrigins);
    }

    /** How far the branches have come at a node. */
    int position(int node) {
        return nodes.first(node);
    }

    /** The state of a node. */
    int state(int node) {
        return nodes.second(node);
    }

    /** The index of a node, which is added if it is not there; the number of orders of a new one is for the caller to add. */
    int node(int position, int state, int parent, int branch) {
        int node = nodes.number(position, state);
        if (node == nodeOrigins.parents().size()) {
            nodeOrigins.append(parent, branch);
            for (int i = 0; i < lasts; i++) {
                waysOfNode.append(FREE);
            }
        }
        return node;
    }

    /** The way to a node that ends with a branch. */
    int wayTo(int node, int last) {
        return waysOfNode.get(node * lasts + last + 1);
    }

    /** How many switches a way has with one more step, by a branch. */
    int switchesWith(int way, int branch) {
        int last = wayLast.get(way);
        return waySwitches.get(way) + (last == NO_BRANCH || last == branch ? 0 : 1);
    }

    /** A way to a node, of which the first with the fewest switches is kept. */
    void way(int node, int last, int switches, int parent, int branch) {
        int slot = node * lasts + last + 1;
        int way = waysOfNode.get(slot);
        if (way == FREE) {
            waysOfNode.set(slot, wayNode.size());
            wayNode.append(node);
            wayLast.append(last);
            waySwitches.append(switches);
            wayOrigins.append(parent, branch);
        } else if (switches < waySwitches.get(way)) {
            waySwitches.set(way, switches);
            wayOrigins.parents().set(way, parent);
            wayOrigins.branches().set(way, branch);
        }
    }
}
