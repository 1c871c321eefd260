package io.github.mmaplab.search;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far the branches of one group can have come, each a number from 0, the beginning. */
final class Positions {
    private static final int UNKNOWN = -1;
    /** After the last step of a branch. */
    static final int NONE = -2;

    private final int[][] branches;
    private final BigInteger ordersAfter;
    private final List<int[]> vectors = new ArrayList<>();
    private final Map<List<Integer>, Integer> numbers = new HashMap<>();
    private final List<BigInteger> orders = new ArrayList<>();
    /** For each position and branch, the position after the next step of that branch. */
    private int[] next = new int[64];

    /**
     * The positions of a group.
     *
     * @param ordersAfter how many orders the groups after it have
     */
    Positions(int[][] branches, BigInteger ordersAfter) {
        this.branches = branches;
        this.ordersAfter = ordersAfter;
        makeRoom();
        number(new int[branches.length]);
    }

    int branches() {
        return branches.length;
    }

    /** The position after the next step of a branch; {@link #NONE} if it has none. */
    int after(int position, int branch) {
        int slot = position * branches.length + branch;
        if (next[slot] == UNKNOWN) {
            makeRoom();
            int[] vector = vectors.get(position);
            if (vector[branch] == branches[branch].length) {
                next[slot] = NONE;
            } else {
                int[] advanced = vector.clone();
                advanced[branch]++;
                next[slot] = number(advanced);
            }
        }
        return next[slot];
    }

    /** The number of the next step of a branch that has one. */
    int step(int position, int branch) {
        return branches[branch][vectors.get(position)[branch]];
    }

    /** In how many orders the steps that are left can come, in this group and all after it. */
    BigInteger orders(int position) {
        BigInteger known = orders.get(position);
        if (known.signum() == 0) {
            known = ordersAfter;
            int placed = 0;
            for (int branch = 0; branch < branches.length; branch++) {
                int left = branches[branch].length - vectors.get(position)[branch];
                for (int i = 1; i <= left; i++) {
                    placed++;
                    known = known.multiply(BigInteger.valueOf(placed)).divide(BigInteger.valueOf(i));
                }
            }
            orders.set(position, known);
        }
        return known;
    }

    private int number(int[] vector) {
        List<Integer> key = Arrays.stream(vector).boxed().toList();
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        int number = vectors.size();
        numbers.put(key, number);
        vectors.add(vector);
        orders.add(BigInteger.ZERO);
        Arrays.fill(next, number * branches.length, (number + 1) * branches.length, UNKNOWN);
        return number;
    }

    /**
     * Makes room for one position more before it is needed: TeaVM 0.16.0 looks up the array of {@code next[slot] = number(...)}
     * before the call, which must not replace it.
     */
    private void makeRoom() {
        int slots = (vectors.size() + 1) * branches.length;
        if (slots > next.length) {
            next = Arrays.copyOf(next, Math.max(slots, next.length * 2));
        }
    }
}
