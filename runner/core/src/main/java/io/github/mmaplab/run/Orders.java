package io.github.mmaplab.run;

import io.github.mmaplab.scenario.model.Branch;
import io.github.mmaplab.scenario.model.Order;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The orders of a scenario, each once, as a scenario in which nothing is concurrent any more. The first plays one branch
 * after the other, as they are written; then the last {@code concurrently} changes fastest, and in each, branches that are
 * written first come first, like words in a dictionary.
 */
public final class Orders implements Iterator<Scenario> {
    private final Scenario scenario;
    /** For each step that is concurrent: whose turn it is, by the index of the branch. */
    private final List<int[]> turns = new ArrayList<>();

    private boolean over;

    private Orders(Scenario scenario) {
        this.scenario = scenario;
        for (Step step : scenario.steps()) {
            if (step instanceof Step.Concurrently concurrently) {
                turns.add(first(concurrently));
            }
        }
    }

    /** All orders of {@code scenario}. */
    public static Orders of(Scenario scenario) {
        return new Orders(scenario);
    }

    /** The scenario in the first of its orders; as it is, if there is but one. */
    public static Scenario first(Scenario scenario) {
        return scenario.isConcurrent() ? of(scenario).next() : scenario;
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
        Scenario order = arranged();
        over = !advance();
        return order;
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
        for (int low = fall + 1, high = turns.length - 1; low < high; low++, high--) {
            swap(turns, low, high);
        }
        return fall >= 0;
    }

    private static void swap(int[] turns, int one, int other) {
        int kept = turns[one];
        turns[one] = turns[other];
        turns[other] = kept;
    }

    private Scenario arranged() {
        List<Step> steps = new ArrayList<>();
        List<Order.Turn> order = new ArrayList<>();
        int group = 0;
        for (Step step : scenario.steps()) {
            if (step instanceof Step.Concurrently concurrently) {
                arrange(concurrently, turns.get(group), ++group, steps, order);
            } else {
                steps.add(step);
            }
        }
        return scenario.inOrder(steps, new Order(order));
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
