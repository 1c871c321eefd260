package io.github.mmaplab.run;

import io.github.mmaplab.run.result.NotChecked;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Replied;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Claim;
import io.github.mmaplab.scenario.model.Scenario;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Puts the results of orders together. What holds in every order is checked in each; what holds in some or in none is judged
 * when all are there.
 */
final class OverOrders {
    private final Scenario scenario;
    private final BrokenOrders broken = new BrokenOrders();
    private final Map<Claim, ClaimTally> claims = new LinkedHashMap<>();
    private final RepliesOverOrders replies = new RepliesOverOrders();
    private final Set<NotChecked> notChecked = new LinkedHashSet<>();
    private @Nullable Problem undecided;

    /** Nothing yet. */
    OverOrders(Scenario scenario) {
        this.scenario = scenario;
    }

    /**
     * Adds what was not as expected in an order.
     *
     * @param count in how many orders it was not, of which this one is the shortest
     */
    void problem(Problem problem, Scenario order, BigInteger count) {
        broken.add(problem, order, count);
    }

    /**
     * Adds the result of a claim.
     *
     * @param count in how many orders it is this one, of which {@code order} is the shortest
     */
    void claim(Claimed claimed, Scenario order, BigInteger count) {
        claims.computeIfAbsent(claimed.claim(), none -> new ClaimTally()).add(claimed, order, count);
    }

    /** Whether a table holds that the scenario says never does. */
    static boolean isBrokenNever(Claimed claimed) {
        return claimed.claim().held() == Claim.Held.NEVER && claimed.holds() && claimed.isKnown();
    }

    /** The problem that it is. */
    static Problem holds(Claimed claimed) {
        return new Problem.Holds(claimed.step(), claimed.claim().span());
    }

    /**
     * The result of one order by itself.
     *
     * @param claims the results of its claims, of which a table that never holds is broken if it does
     */
    static ScenarioResult alone(ScenarioResult result, List<Claimed> claims) {
        List<Problem> problems = new ArrayList<>(result.problems());
        List<NotChecked> notChecked = new ArrayList<>(result.notChecked());
        for (Claimed claimed : claims) {
            if (!claimed.isKnown()) {
                notChecked.addAll(claimed.notChecked());
            } else if (isBrokenNever(claimed)) {
                problems.add(holds(claimed));
            }
        }
        problems.sort(Comparator.comparingInt(Problem::step));
        return new ScenarioResult(
                result.scenario(),
                ScenarioRunner.verdict(problems, result.checks()),
                result.checks(),
                problems,
                notChecked,
                result.replies(),
                result.trace());
    }

    /** Adds what was not checked in an order. */
    void notChecked(List<NotChecked> facets) {
        notChecked.addAll(facets);
    }

    /** Adds the answers, and in how many orders they are these. */
    void replies(List<Replied> answers, BigInteger count) {
        replies.add(answers, count);
    }

    /** Says that there may be orders with other results than those that were put together. */
    void notDecided(Problem problem) {
        undecided = problem;
    }

    /**
     * The result over all orders.
     *
     * @param first the result of the first order
     * @param outcomes how many outcomes there are of all that happens up to a step
     */
    ScenarioResult together(ScenarioResult first, IntFunction<BigInteger> outcomes) {
        List<Problem> problems = broken.problems(outcomes);
        for (Map.Entry<Claim, ClaimTally> claim : claims.entrySet()) {
            if (claim.getKey().held() == Claim.Held.SOMETIMES && undecided == null) {
                claim.getValue().neverHolds(claim.getKey(), outcomes).ifPresent(problems::add);
            }
            notChecked.addAll(claim.getValue().notChecked());
        }
        List<Replied> answers = undecided == null ? replies.replies(outcomes, problems) : List.of();
        if (undecided != null) {
            problems.add(undecided);
        }
        return new ScenarioResult(
                scenario,
                ScenarioRunner.verdict(problems, first.checks()),
                first.checks(),
                problems,
                List.copyOf(notChecked),
                answers,
                first.trace());
    }
}
