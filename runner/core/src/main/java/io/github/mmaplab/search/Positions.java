package io.github.mmaplab.search;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How far the branches of one group can have come, each a number from 0, the beginning. */
final class Positions {
    private static final int UNKNOWN = -1;
    /** After the last step of a branch. */
    static final int NONE = -2;

    private final int[][] branches;
    private final BigInteger ordersAfter;
    /** For each position, how many steps each branch has made. */
    private final Vectors vectors = new Vectors();

    private final Map<Integer, BigInteger> orders = new HashMap<>();
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
            if (vectors.get(position, branch) == branches[branch].length) {
                next[slot] = NONE;
            } else {
                next[slot] = number(advanced(position, branch));
            }
        }
        return next[slot];
    }

    /** The number of the next step of a branch that has one. */
    int step(int position, int branch) {
        return branches[branch][vectors.get(position, branch)];
    }

    /** In how many orders the steps that are left can come, in this group and all after it. */
    BigInteger orders(int position) {
        BigInteger known = orders.get(position);
        if (known == null) {
            known = count(position);
            orders.put(position, known);
        }
        return known;
    }

    private BigInteger count(int position) {
        BigInteger count = ordersAfter;
        int placed = 0;
        for (int branch = 0; branch < branches.length; branch++) {
            int left = branches[branch].length - vectors.get(position, branch);
            for (int i = 1; i <= left; i++) {
                placed++;
                count = count.multiply(BigInteger.valueOf(placed)).divide(BigInteger.valueOf(i));
            }
        }
        return count;
    }

    private int[] advanced(int position, int branch) {
        int[] advanced = new int[branches.length];
        for (int i = 0; i < advanced.length; i++) {
            advanced[i] = vectors.get(position, i) + (i == branch ? 1 : 0);
        }
        return advanced;
    }

    private int number(int[] vector) {
        int before = vectors.size();
        int number = vectors.number(vector);
        if (number == before) {
            Arrays.fill(next, number * branches.length, (number + 1) * branches.length, UNKNOWN);
        }
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
