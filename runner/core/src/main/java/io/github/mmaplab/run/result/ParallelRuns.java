package io.github.mmaplab.run.result;

import io.github.mmaplab.scenario.model.Scenario;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was seen in many runs of a scenario whose branches ran at once, beside what the search of its orders predicts.
 *
 * @param places what is looked at, in the words of the scenario
 * @param rows the outcomes: first those that were seen, the most common first
 * @param runs how many runs there were
 * @param notes what the runs did not look at
 */
public record ParallelRuns(Scenario scenario, List<String> places, List<Row> rows, int runs, List<String> notes) {
    /** Copies the lists. */
    public ParallelRuns {
        places = List.copyOf(places);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /**
     * An outcome.
     *
     * @param runs in how many runs it was seen
     * @param orders in how many orders it is predicted
     * @param shortest one of these orders with the fewest switches between branches; empty if there is none
     */
    public record Row(ParallelOutcome outcome, int runs, BigInteger orders, Optional<Scenario> shortest) {
        /** Whether no order explains it. */
        public boolean isUnpredicted() {
            return orders.signum() == 0;
        }
    }

    /** Whether something was seen that no order explains. */
    public boolean unpredicted() {
        return rows.stream().anyMatch(Row::isUnpredicted);
    }

    /** How many predicted outcomes were seen. */
    public int seen() {
        return (int) rows.stream()
                .filter(row -> row.runs() > 0 && !row.isUnpredicted())
                .count();
    }

    /** How many outcomes are predicted. */
    public int predicted() {
        return (int) rows.stream().filter(row -> !row.isUnpredicted()).count();
    }

    /** The numbers of the steps whose outcome is not the same in all rows. */
    public List<Integer> differingSteps() {
        SortedSet<Integer> numbers = new TreeSet<>();
        rows.forEach(row -> numbers.addAll(row.outcome().steps().keySet()));
        List<Integer> differing = new ArrayList<>();
        for (int number : numbers) {
            if (rows.stream()
                            .map(row -> row.outcome().steps().getOrDefault(number, ""))
                            .distinct()
                            .count()
                    > 1) {
                differing.add(number);
            }
        }
        return differing;
    }
}
