package io.github.mmaplab.search;

import java.util.Arrays;
import java.util.List;

/**
 * An order up to a step.
 *
 * @param turns for each step of the path, the index of its branch in its group; of a step that is alone in its group, the
 *     index of its effect
 */
public record Path(List<Integer> turns) implements Comparable<Path> {
    /** Copies the turns. */
    public Path {
        turns = List.copyOf(turns);
    }

    /** How many steps it has. */
    public int length() {
        return turns.size();
    }

    /** The path with the steps that are left in the order of a dictionary: in each group, branch after branch. */
    public Path completed(List<int[][]> groups) {
        int[] all = new int[groups.stream().mapToInt(Model::steps).sum()];
        int at = 0;
        for (int[][] group : groups) {
            int[] left = new int[group.length];
            for (int branch = 0; branch < group.length; branch++) {
                left[branch] = group[branch].length;
            }
            int end = at + Arrays.stream(left).sum();
            while (at < Math.min(end, turns.size())) {
                int branch = turns.get(at);
                all[at++] = branch;
                left[group.length == 1 ? 0 : branch]--;
            }
            for (int branch = 0; branch < left.length; branch++) {
                while (left[branch]-- > 0) {
                    all[at++] = branch;
                }
            }
        }
        return new Path(Arrays.stream(all).boxed().toList());
    }

    /** Compares as words in a dictionary. */
    @Override
    public int compareTo(Path other) {
        for (int i = 0; i < Math.min(length(), other.length()); i++) {
            int difference = Integer.compare(turns.get(i), other.turns.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(length(), other.length());
    }
}
