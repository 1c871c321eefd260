package io.github.mmaplab.run;

import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.scenario.model.Scenario;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** What is not as expected in some order: each thing once, in the shortest order in which it is not. */
final class BrokenOrders {
    private final Map<Key, Broken> all = new LinkedHashMap<>();

    /** What identifies a problem: where the scenario says something, and in which way it does not hold. */
    record Key(Class<?> kind, Span span) {
        static Key of(Problem problem) {
            return new Key(problem.getClass(), problem.span());
        }
    }

    /** A problem, the order to show it in, and the number of orders that have it. */
    private static final class Broken {
        private Problem problem;
        private Shown shown;
        private BigInteger count;

        Broken(Problem problem, Shown shown, BigInteger count) {
            this.problem = problem;
            this.shown = shown;
            this.count = count;
        }
    }

    /**
     * Adds what was not as expected in an order.
     *
     * @param count in how many orders it was not, of which this one is the shortest
     */
    void add(Problem problem, Scenario order, BigInteger count) {
        Key key = Key.of(problem);
        Broken known = all.get(key);
        Shown shown = new Shown(order, problem.step());
        if (known == null) {
            all.put(key, new Broken(problem, shown, count));
            return;
        }
        known.count = known.count.add(count);
        if (shown.isShorterThan(known.shown)) {
            known.problem = problem;
            known.shown = shown;
        }
    }

    /** All of it, in the order met. */
    List<Problem> problems(IntFunction<BigInteger> outcomes) {
        List<Problem> problems = new ArrayList<>();
        for (Broken broken : all.values()) {
            problems.add(new Problem.InOrder(
                    broken.problem, broken.shown.order(), broken.count, outcomes.apply(broken.problem.step())));
        }
        return problems;
    }
}
