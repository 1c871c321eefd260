package io.github.mmaplab.run;

import io.github.mmaplab.scenario.model.Branch;
import io.github.mmaplab.scenario.model.Order;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The arrangements of the steps of a scenario, each once, as a scenario in which nothing is concurrent any more. The first
 * plays one branch after the other, as they are written; then the last {@code concurrently} changes fastest, and in each,
 * branches that are written first come first, like words in a dictionary. Unless branches wait for each other, each
 * arrangement is an order that can be played.
 */
public final class Orders implements Iterator<Scenario> {
    private final Scenario scenario;
    /** For each step that is concurrent: whose turn it is, by the index of the branch. */
    private final List<int[]> turns = new ArrayList<>();
    /** Those of the order that was given last. */
    private List<int[]> given = List.of();

    private boolean over;

    private Orders(Scenario scenario, List<int[]> first) {
        this.scenario = scenario;
        this.turns.addAll(copies(first));
    }

    /** All arrangements of the steps of {@code scenario}; where branches wait, not all of them are orders. */
    static Orders arrangements(Scenario scenario) {
        List<int[]> first = new ArrayList<>();
        for (Step step : scenario.steps()) {
            if (step instanceof Step.Concurrently concurrently) {
                first.add(first(concurrently));
            }
        }
        return new Orders(scenario, first);
    }

    /** All orders of {@code scenario} that Linux plays. */
    public static Iterator<Scenario> of(Scenario scenario) {
        Orders arrangements = arrangements(scenario);
        return scenario.waits() ? new PossibleOrders(arrangements) : arrangements;
    }

    /**
     * The first order that begins with the steps of these branches, by name; empty if there is none.
     *
     * @param branches whose turn it is, in sequence
     */
    public static Optional<Scenario> beginning(Scenario scenario, List<String> branches) {
        List<int[]> turns = new ArrayList<>();
        Iterator<String> wanted = branches.iterator();
        for (Step step : scenario.steps()) {
            if (step instanceof Step.Concurrently concurrently) {
                Optional<int[]> group = beginning(concurrently, wanted);
                if (group.isEmpty()) {
                    return Optional.empty();
                }
                turns.add(group.get());
            }
        }
        if (wanted.hasNext()) {
            return Optional.empty();
        }
        if (!scenario.waits()) {
            return Optional.of(inOrder(scenario, turns));
        }
        PossibleOrders orders = new PossibleOrders(new Orders(scenario, turns));
        return orders.hasNext()
                ? Optional.of(orders.next()).filter(order -> begins(order, branches))
                : Optional.empty();
    }

    private static boolean begins(Scenario order, List<String> branches) {
        return order.order()
                .orElseThrow()
                .branches()
                .subList(0, branches.size())
                .equals(branches);
    }

    private static Optional<int[]> beginning(Step.Concurrently step, Iterator<String> wanted) {
        List<String> names =
                step.branches().stream().map(branch -> branch.name().name()).toList();
        int[] left = step.branches().stream()
                .mapToInt(branch -> branch.steps().size())
                .toArray();
        int[] turns = new int[step.count()];
        int next = 0;
        for (int at = 0; at < turns.length; at++) {
            if (wanted.hasNext()) {
                next = names.indexOf(wanted.next());
                if (next < 0 || left[next] == 0) {
                    return Optional.empty();
                }
            } else {
                next = 0;
                while (left[next] == 0) {
                    next++;
                }
            }
            turns[at] = next;
            left[next]--;
        }
        return Optional.of(turns);
    }

    /** The scenario in the first of its orders; as it is, if there is but one. */
    public static Scenario first(Scenario scenario) {
        return scenario.hasSeveralOutcomes() ? of(scenario).next() : scenario;
    }

    private static int[] first(Step.Concurrently step) {
        int[] turns = new int[step.count()];
        int at = 0;
        for (int i = 0; i < step.branches().size(); i++) {
            for (Step ignored : step.branches().get(i).steps()) {
                turns[at++] = i;
            }
        }
        return turns;
    }

    @Override
    public boolean hasNext() {
        return !over;
    }

    @Override
    public Scenario next() {
        if (over) {
            throw new NoSuchElementException("all orders have been");
        }
        Scenario order = inOrder(scenario, turns);
        given = copies(turns);
        over = !advance();
        return order;
    }

    private static List<int[]> copies(List<int[]> turns) {
        return turns.stream().map(int[]::clone).toList();
    }

    /**
     * Leaves out the orders that begin as the one that was given last does.
     *
     * @param steps how many steps of branches that beginning has
     */
    void skip(int steps) {
        int left = steps;
        for (int group = 0; group < given.size(); group++) {
            int[] kept = given.get(group).clone();
            int from = Math.min(left, kept.length);
            left -= from;
            Arrays.sort(kept, from, kept.length);
            reverse(kept, from);
            turns.set(group, kept);
        }
        over = !advance();
    }

    private boolean advance() {
        for (int i = turns.size() - 1; i >= 0; i--) {
            if (advance(turns.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** The next arrangement in the order of a dictionary; after the last comes the first, and false. */
    private static boolean advance(int[] turns) {
        int fall = turns.length - 2;
        while (fall >= 0 && turns[fall] >= turns[fall + 1]) {
            fall--;
        }
        if (fall >= 0) {
            int above = turns.length - 1;
            while (turns[above] <= turns[fall]) {
                above--;
            }
            swap(turns, fall, above);
        }
        reverse(turns, fall + 1);
        return fall >= 0;
    }

    private static void reverse(int[] turns, int from) {
        for (int low = from, high = turns.length - 1; low < high; low++, high--) {
            swap(turns, low, high);
        }
    }

    private static void swap(int[] turns, int one, int other) {
        int kept = turns[one];
        turns[one] = turns[other];
        turns[other] = kept;
    }

    private static Scenario inOrder(Scenario scenario, List<int[]> turns) {
        return inOrder(scenario, turns, List.of());
    }

    /**
     * A scenario in one order.
     *
     * @param turns for each {@code concurrently}, whose turn it is, by the index of the branch
     * @param disks for each crash, which of the possible disks it leaves; the first one for those that are not there
     */
    static Scenario inOrder(Scenario scenario, List<int[]> turns, List<Integer> disks) {
        List<Step> steps = new ArrayList<>();
        List<Order.Turn> order = new ArrayList<>();
        List<Order.Crash> crashes = new ArrayList<>();
        int group = 0;
        for (Step step : scenario.steps()) {
            if (step instanceof Step.Concurrently concurrently) {
                arrange(concurrently, turns.get(group), ++group, steps, order);
            } else if (step instanceof Step.Crash crash) {
                steps.add(leave(crash, steps.size() + 1, disks, crashes));
            } else {
                steps.add(step);
            }
        }
        return scenario.inOrder(steps, new Order(order, crashes));
    }

    /** The order of {@code scenario}, which is in one, with other disks. */
    static Scenario leaving(Scenario scenario, List<Integer> disks) {
        List<Step> steps = new ArrayList<>(scenario.steps());
        List<Order.Crash> crashes = new ArrayList<>();
        Order order = scenario.order().orElseThrow();
        for (Order.Crash crash : order.crashes()) {
            Step step = steps.get(crash.step() - 1);
            steps.set(crash.step() - 1, leave(step, crash.step(), disks, crashes));
        }
        return scenario.inOrder(steps, new Order(order.turns(), crashes));
    }

    /** A crash that leaves the next of the disks, which is added to those before. */
    private static Step leave(Step crash, int step, List<Integer> disks, List<Order.Crash> crashes) {
        int disk = crashes.size() < disks.size() ? disks.get(crashes.size()) : 0;
        crashes.add(new Order.Crash(step, disk, ""));
        return new Step.Crash(crash.info(), disk);
    }

    private static void arrange(
            Step.Concurrently step, int[] turns, int group, List<Step> steps, List<Order.Turn> order) {
        int[] written = new int[step.branches().size()];
        int first = steps.size() + 1;
        for (int i = 0; i < written.length; i++) {
            written[i] = first;
            first += step.branches().get(i).steps().size();
        }
        int[] next = new int[written.length];
        for (int turn : turns) {
            Branch branch = step.branches().get(turn);
            steps.add(branch.steps().get(next[turn]));
            int number = ++next[turn];
            order.add(new Order.Turn(
                    steps.size(), written[turn] + number - 1, branch.name().name(), number, group));
        }
    }
}
