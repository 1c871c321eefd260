package io.github.mmaplab.scenario.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * One order of what is concurrent in a scenario, with what each crash leaves.
 *
 * @param turns the steps of branches, as they come
 * @param crashes the crashes, as they come
 */
public record Order(List<Turn> turns, List<Crash> crashes) {
    /** Copies the lists. */
    public Order {
        turns = List.copyOf(turns);
        crashes = List.copyOf(crashes);
    }

    /**
     * A crash, and what it leaves.
     *
     * @param step which step it is in that order, from 1
     * @param disk which of the possible disks, from 0
     * @param left what is on it, in words; empty if that is not known yet, or if there is only one possible disk
     */
    public record Crash(int step, int disk, String left) {}

    /** What separates the turns of a group from those of the next one, and from a crash. */
    public static final String THEN = "; then ";

    /** What precedes that which a crash leaves. */
    public static final String CRASH = "crash: ";

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

    /** The turns up to and with a step, in words: {@code alice 1, alice 2, bob 1; then crash: no data.txt}. */
    public String words(int step) {
        StringBuilder words = new StringBuilder();
        Iterator<Crash> left = crashes.iterator();
        Crash crash = left.hasNext() ? left.next() : null;
        int group = 0;
        for (Turn turn : turns) {
            while (crash != null && crash.step() < turn.step() && crash.step() <= step) {
                group = append(words, crash);
                crash = left.hasNext() ? left.next() : null;
            }
            if (turn.step() <= step) {
                words.append(words.length() == 0 ? "" : turn.group() == group ? ", " : THEN)
                        .append(turn.branch())
                        .append(' ')
                        .append(turn.number());
                group = turn.group();
            }
        }
        for (; crash != null && crash.step() <= step; crash = left.hasNext() ? left.next() : null) {
            group = append(words, crash);
        }
        return words.toString();
    }

    /** When something is so that is so up to a step in this order: {@code in the order alice 1, bob 1}; may be empty. */
    public String where(int step) {
        String words = words(step);
        boolean crashAlone = words.startsWith(CRASH) && !words.contains(THEN);
        return crashAlone
                ? "after a crash that leaves " + words.substring(CRASH.length())
                : words.isEmpty() ? "" : "in the order " + words;
    }

    private static int append(StringBuilder words, Crash crash) {
        if (!crash.left().isEmpty()) {
            words.append(words.length() == 0 ? "" : THEN).append(CRASH).append(crash.left());
        }
        return 0;
    }

    /** The same order with words for what the crashes leave. */
    public Order leaving(List<String> left) {
        List<Crash> named = new ArrayList<>();
        for (int i = 0; i < crashes.size(); i++) {
            Crash crash = crashes.get(i);
            named.add(new Crash(crash.step(), crash.disk(), i < left.size() ? left.get(i) : ""));
        }
        return new Order(turns, named);
    }

    /** All turns, in words. */
    public String words() {
        return words(Integer.MAX_VALUE);
    }
}
