package io.github.mmaplab.run;

import io.github.mmaplab.run.result.Expected;
import io.github.mmaplab.run.result.NotChecked;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Seen;
import io.github.mmaplab.scenario.model.Claim;
import io.github.mmaplab.scenario.model.Scenario;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** The results of one claim over all orders. */
final class ClaimTally {
    private final Map<List<Object>, Count> instead = new LinkedHashMap<>();
    private final List<NotChecked> notChecked = new ArrayList<>();
    private boolean held;

    /** What is the same in two results that are shown as one. */
    record Key(Claim claim, List<Object> differing, List<NotChecked> notChecked) {
        static Key of(Claimed claimed) {
            List<Object> differing = new ArrayList<>();
            claimed.differing().forEach(problem -> differing.add(key(problem)));
            return new Key(claimed.claim(), differing, claimed.notChecked());
        }
    }

    /** What was seen in place of the table, in which order it is shown, and in how many it was seen. */
    private static final class Count {
        private List<Problem> differing;
        private Shown shown;
        private BigInteger orders = BigInteger.ZERO;

        Count(List<Problem> differing, Shown shown) {
            this.differing = differing;
            this.shown = shown;
        }

        void add(Claimed claimed, Shown other, BigInteger more) {
            orders = orders.add(more);
            if (other.isShorterThan(shown)) {
                differing = claimed.differing();
                shown = other;
            }
        }
    }

    /**
     * Adds a result.
     *
     * @param orders in how many orders it is this one, of which {@code order} is the shortest
     */
    void add(Claimed claimed, Scenario order, BigInteger orders) {
        if (!claimed.isKnown()) {
            for (NotChecked facet : claimed.notChecked()) {
                if (!notChecked.contains(facet)) {
                    notChecked.add(facet);
                }
            }
        } else if (claimed.holds()) {
            held = true;
        } else {
            Shown shown = new Shown(order, claimed.step());
            instead.computeIfAbsent(Key.of(claimed).differing(), none -> new Count(claimed.differing(), shown))
                    .add(claimed, shown, orders);
        }
    }

    /** What is the same in two orders though pages have other numbers there, and things happen at other steps. */
    private static Object key(Problem problem) {
        if (!(problem instanceof Problem.WrongSight sight)) {
            return problem.span();
        }
        if (sight.actual() instanceof Seen.Pages pages) {
            return List.of(sight.span(), pages.here().equals(pages.there()));
        }
        return sight.expected() instanceof Expected.Page ? sight.span() : List.of(sight.span(), sight.actual());
    }

    /** What could not be checked, if that leaves it open whether the claim is right. */
    List<NotChecked> notChecked() {
        return held ? List.of() : notChecked;
    }

    /** The problem that a table holds in no order; the fewest differences first, then the most common ones. */
    Optional<Problem> neverHolds(Claim claim, IntFunction<BigInteger> outcomes) {
        if (held || !notChecked.isEmpty()) {
            return Optional.empty();
        }
        List<Count> counts = new ArrayList<>(instead.values());
        counts.sort(Comparator.<Count>comparingInt(each -> each.differing.size())
                .thenComparing(each -> each.orders, Comparator.reverseOrder()));
        List<Problem.Instead> seen = new ArrayList<>();
        for (Count count : counts) {
            seen.add(new Problem.Instead(count.differing, count.orders, count.shown.order()));
        }
        int step = counts.get(0).shown.step();
        return Optional.of(new Problem.NeverHolds(step, seen, outcomes.apply(step), claim.span()));
    }
}
