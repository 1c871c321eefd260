package io.github.mmaplab.search;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts orders where branches wait. Not every arrangement of the steps is an order then, so that the number of orders that
 * begin in the same way is not known before all have come to their ends: it is summed up from there.
 */
final class Completions {
    private final Map<Integer, BigInteger> sights = new HashMap<>();
    private BigInteger orders = BigInteger.ZERO;

    /**
     * What a search has passed.
     *
     * @param counts for each node, how many orders lead to it
     */
    record Passed(Counts counts, int nodes, Edges edges) {}

    private Completions() {}

    /**
     * Counts the orders of a search.
     *
     * @param passed its layers but for the last
     * @param ends how many nodes the last layer has
     */
    static Completions of(List<Passed> passed, int ends) {
        Completions completions = new Completions();
        BigInteger[] after = new BigInteger[ends];
        Arrays.fill(after, BigInteger.ONE);
        for (int i = passed.size() - 1; i >= 0; i--) {
            after = completions.before(passed.get(i), after);
        }
        completions.orders = after.length == 0 ? BigInteger.ZERO : after[0];
        return completions;
    }

    /** For each node of a layer, in how many ways orders go on from it. */
    private BigInteger[] before(Passed layer, BigInteger[] after) {
        BigInteger[] ways = new BigInteger[layer.nodes()];
        for (int node = 0; node < ways.length; node++) {
            BigInteger sum = BigInteger.ZERO;
            for (int branch = 0; branch < layer.edges().turns(); branch++) {
                int target = layer.edges().target(node, branch);
                BigInteger there = target == Edges.END
                        ? BigInteger.ONE
                        : target == Edges.NO_NODE ? BigInteger.ZERO : after[target];
                int sight = layer.edges().sight(node, branch);
                if (sight != 0) {
                    sights.merge(sight, layer.counts().get(node).multiply(there), BigInteger::add);
                }
                sum = sum.add(there);
            }
            ways[node] = sum;
        }
        return ways;
    }

    /** How many orders there are. */
    BigInteger orders() {
        return orders;
    }

    /** In how many of them something is seen. */
    BigInteger ordersOf(int sight) {
        return sights.getOrDefault(sight, BigInteger.ZERO);
    }
}
