package io.github.mmaplab.run.result;

import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.model.Scenario;
import java.math.BigInteger;
import java.util.List;

/**
 * What can be seen at the end of a scenario, over all orders.
 *
 * @param places what is looked at, in the words of the scenario
 * @param rows the outcomes, the most common first
 * @param orders how many orders there are
 * @param states how many states were visited
 * @param complete whether all were visited
 */
public record Outcomes(List<String> places, List<Row> rows, BigInteger orders, long states, boolean complete) {
    /** Copies the lists. */
    public Outcomes {
        places = List.copyOf(places);
        rows = List.copyOf(rows);
    }

    /**
     * An outcome.
     *
     * @param seen what is at each of the places
     * @param orders in how many orders this is seen
     * @param shortest one of these orders with the fewest switches between branches
     * @param broken the expectations at the end that it breaks
     */
    public record Row(List<Reply> seen, BigInteger orders, Scenario shortest, List<Span> broken) {
        /** Copies the lists. */
        public Row {
            seen = List.copyOf(seen);
            broken = List.copyOf(broken);
        }

        /** The lines of these expectations, each once. */
        public List<Integer> brokenLines() {
            return broken.stream().map(Span::line).distinct().toList();
        }
    }

    /** In how many orders the story does not reach its end; more than that if not all states were visited. */
    public BigInteger withoutEnd() {
        BigInteger left = orders;
        for (Row row : rows) {
            left = left.subtract(row.orders());
        }
        return left;
    }
}
