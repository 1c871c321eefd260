package io.github.mmaplab.run;

import io.github.mmaplab.run.result.Expected;
import io.github.mmaplab.run.result.NotChecked;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Seen;
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
    private final Claimed first;
    private final Map<List<Object>, Count> instead = new LinkedHashMap<>();
    private final List<NotChecked> notChecked = new ArrayList<>();
    private boolean held;

    /** What was seen in place of the table, and in how many orders. */
    private static final class Count {
        private final List<Problem> differing;
        private BigInteger orders = BigInteger.ZERO;

        Count(List<Problem> differing) {
            this.differing = differing;
        }
    }

    ClaimTally(Claimed first) {
        this.first = first;
    }

    /**
     * Adds a result.
     *
     * @param orders in how many orders it is this one
     */
    void add(Claimed claimed, BigInteger orders) {
        if (!claimed.isKnown()) {
            for (NotChecked facet : claimed.notChecked()) {
                if (!notChecked.contains(facet)) {
                    notChecked.add(facet);
                }
            }
        } else if (claimed.holds()) {
            held = true;
        } else {
            Count count = instead.computeIfAbsent(key(claimed), none -> new Count(claimed.differing()));
            count.orders = count.orders.add(orders);
        }
    }

    /** What is the same in two results that are shown as one. */
    static List<Object> key(Claimed claimed) {
        List<Object> key = new ArrayList<>();
        for (Problem problem : claimed.differing()) {
            key.add(key(problem));
        }
        return key;
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
    Optional<Problem> neverHolds(IntFunction<BigInteger> outcomes) {
        if (held || !notChecked.isEmpty()) {
            return Optional.empty();
        }
        List<Problem.Instead> seen = new ArrayList<>();
        for (Count count : instead.values()) {
            seen.add(new Problem.Instead(count.differing, count.orders));
        }
        seen.sort(Comparator.<Problem.Instead>comparingInt(
                        each -> each.differing().size())
                .thenComparing(Comparator.comparing(Problem.Instead::orders).reversed()));
        return Optional.of(new Problem.NeverHolds(
                first.step(), seen, outcomes.apply(first.step()), first.claim().span()));
    }
}
