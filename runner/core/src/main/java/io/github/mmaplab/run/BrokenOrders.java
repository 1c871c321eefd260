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
        private Scenario order;
        private BigInteger count;

        Broken(Problem problem, Scenario order, BigInteger count) {
            this.problem = problem;
            this.order = order;
            this.count = count;
        }

        /** Fewer switches between branches until then; of as many, fewer steps; of as many, the first that came. */
        boolean isLongerThan(Problem other, Scenario otherOrder) {
            int mine = switches(problem, order);
            int others = switches(other, otherOrder);
            return others < mine || (others == mine && other.step() < problem.step());
        }

        private static int switches(Problem problem, Scenario order) {
            return order.order().isEmpty() ? 0 : order.order().get().switches(problem.step());
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
        if (known == null) {
            all.put(key, new Broken(problem, order, count));
            return;
        }
        known.count = known.count.add(count);
        if (known.isLongerThan(problem, order)) {
            known.problem = problem;
            known.order = order;
        }
    }

    /** All of it, in the order met. */
    List<Problem> problems(IntFunction<BigInteger> outcomes) {
        List<Problem> problems = new ArrayList<>();
        for (Broken broken : all.values()) {
            problems.add(new Problem.InOrder(
                    broken.problem, broken.order, broken.count, outcomes.apply(broken.problem.step())));
        }
        return problems;
    }
}
