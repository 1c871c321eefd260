package io.github.mmaplab.scenario.model;

import java.util.List;

/**
 * One order of what is concurrent in a scenario.
 *
 * @param turns the steps of branches, as they come
 */
public record Order(List<Turn> turns) {
    /** Copies the turns. */
    public Order {
        turns = List.copyOf(turns);
    }

    /**
     * A step of a branch.
     *
     * @param step which step it is in that order, from 1
     * @param written which step it is in the file, where branches follow each other, from 1
     * @param branch the name of its branch
     * @param number which step of the branch it is, from 1
     * @param group which {@code concurrently} of the scenario the branch is in, from 1
     */
    public record Turn(int step, int written, String branch, int number, int group) {
        private boolean follows(Turn before) {
            return group == before.group && branch.equals(before.branch);
        }
    }

    /** The number in the file of what is step {@code step} in this order. */
    int written(int step) {
        for (Turn turn : turns) {
            if (turn.step() == step) {
                return turn.written();
            }
        }
        return step;
    }

    /** Which step in this order is step {@code written} of the file. */
    int played(int written) {
        for (Turn turn : turns) {
            if (turn.written() == written) {
                return turn.step();
            }
        }
        return written;
    }

    /** How often the turn passes from a branch to another one, up to and with a step. */
    public int switches(int step) {
        int switches = 0;
        for (int i = 1; i < turns.size() && turns.get(i).step() <= step; i++) {
            boolean passes = turns.get(i).group() == turns.get(i - 1).group();
            switches += passes && !turns.get(i).follows(turns.get(i - 1)) ? 1 : 0;
        }
        return switches;
    }

    /** Whose turn it is, by the names of the branches. */
    public List<String> branches() {
        return turns.stream().map(Turn::branch).toList();
    }

    /** The turns up to and with a step, in words: {@code alice 1, alice 2, bob 1}. */
    public String words(int step) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < turns.size() && turns.get(i).step() <= step; i++) {
            Turn turn = turns.get(i);
            boolean sameGroup = i > 0 && turns.get(i - 1).group() == turn.group();
            words.append(i == 0 ? "" : sameGroup ? ", " : "; then ")
                    .append(turn.branch())
                    .append(' ')
                    .append(turn.number());
        }
        return words.toString();
    }

    /** All turns, in words. */
    public String words() {
        return words(Integer.MAX_VALUE);
    }
}
