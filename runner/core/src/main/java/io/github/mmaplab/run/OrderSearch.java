package io.github.mmaplab.run;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.machine.Canonical;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.run.result.Outcomes;
import io.github.mmaplab.run.result.ParallelOutcome;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Replied;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Claim;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.search.Model;
import io.github.mmaplab.search.Path;
import io.github.mmaplab.search.Search;
import io.github.mmaplab.search.Sighting;
import io.github.mmaplab.text.Numerals;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Searches the orders of a scenario on a simulated kernel. The search says what is seen, in how many orders, and in which
 * one first; those orders are then played for the whole result.
 */
final class OrderSearch {
    private final Scenario scenario;
    private final Machine machine;
    private final Setting setting;
    private final OrderModel model;
    private final Map<Path, Played> played = new HashMap<>();

    /** An order that has been played. */
    private record Played(Scenario order, ScenarioResult result, List<Claimed> claimed) {}

    /** Sightings that are shown as one: in how many orders, and in the shortest of these. */
    private static final class Together {
        private BigInteger orders = BigInteger.ZERO;
        private Sighting shortest;

        Together(Sighting first) {
            this.shortest = first;
        }

        void add(Sighting sighting) {
            orders = orders.add(sighting.orders());
            if (sighting.isShorterThan(shortest)) {
                shortest = sighting;
            }
        }

        static <K> void add(Map<K, Together> all, K key, Sighting sighting) {
            all.computeIfAbsent(key, none -> new Together(sighting)).add(sighting);
        }
    }

    /** What is seen at the end, and the expectations that it breaks. */
    private record End(List<Reply> seen, List<Span> broken) {}

    /**
     * The search of a scenario that is concurrent.
     *
     * @param machine a machine that has just started
     */
    OrderSearch(Scenario scenario, Machine machine, boolean goesOn, Map<String, Data> beliefs) {
        this(scenario, machine, goesOn, beliefs, Set.of());
    }

    /**
     * The same.
     *
     * @param without what does not make a difference between two machines
     */
    OrderSearch(
            Scenario scenario,
            Machine machine,
            boolean goesOn,
            Map<String, Data> beliefs,
            Set<Canonical.Part> without) {
        this.scenario = scenario;
        this.machine = machine;
        this.setting = Setting.of(scenario, List.of(), goesOn, beliefs, question -> true);
        this.model = new OrderModel(setting, machine, without);
    }

    /**
     * The result over all orders.
     *
     * @param mostStates after more states than that the search ends undecided
     */
    ScenarioResult run(long mostStates) {
        Search.Found found = Search.of(model, mostStates);
        OverOrders results = new OverOrders(scenario);
        if (!found.complete()) {
            results.notDecided(new Problem.NotDecided(
                    scenario.steps().size(), found.states(), found.states() >= mostStates, scenario.titleSpan()));
        }
        Map<BrokenOrders.Key, Together> broken = new LinkedHashMap<>();
        Map<ClaimTally.Key, Together> claims = new LinkedHashMap<>();
        for (Sighting sighting : found.sightings()) {
            Sight sight = model.sight(sighting.sight());
            for (Problem problem : sight.problems()) {
                Together.add(broken, BrokenOrders.Key.of(problem), sighting);
            }
            for (Claimed claimed : sight.claimed()) {
                Together.add(claims, ClaimTally.Key.of(claimed), sighting);
                if (OverOrders.isBrokenNever(claimed)) {
                    Together.add(broken, BrokenOrders.Key.of(OverOrders.holds(claimed)), sighting);
                }
            }
            results.notChecked(sight.notChecked());
            results.replies(sight.replies(), sighting.orders());
        }
        claims.forEach((key, each) -> {
            Played shortest = play(each.shortest.shortest());
            results.claim(seen(key.claim(), shortest), shortest.order(), each.orders);
        });
        broken.forEach((key, each) -> {
            Played shortest = play(each.shortest.shortest());
            results.problem(problem(key, shortest), shortest.order(), each.orders);
        });
        return results.together(play(new Path(List.of())).result(), step -> outcomes(found, step));
    }

    /** How many outcomes there are of all that happens up to a step. */
    private BigInteger outcomes(Search.Found found, int step) {
        int group = 0;
        while (group + 1 < model.groups().size() && model.firstStep(group + 1) <= step) {
            group++;
        }
        return found.totals().get(group);
    }

    /**
     * What can be seen at the end.
     *
     * @param mostStates after more states than that the search ends
     */
    Outcomes outcomes(long mostStates) {
        List<Question> questions = EndPlaces.of(scenario);
        model.askAtTheEnd(questions);
        Search.Found found = Search.of(model, mostStates);
        Map<End, Together> ends = new LinkedHashMap<>();
        for (Sighting sighting : found.sightings()) {
            Sight sight = model.sight(sighting.sight());
            if (sight.isOfTheEnd()) {
                Together.add(ends, new End(sight.answers(), sight.broken()), sighting);
            }
        }
        List<Outcomes.Row> rows = new ArrayList<>();
        ends.forEach((end, each) ->
                rows.add(new Outcomes.Row(end.seen(), each.orders, order(each.shortest.shortest()), end.broken())));
        rows.sort(Comparator.comparing(Outcomes.Row::orders).reversed());
        return new Outcomes(
                questions.stream().map(question -> question.info().name()).toList(),
                rows,
                found.outcomes(),
                found.states(),
                found.complete());
    }

    /**
     * What is seen when branches run at once, by outcome.
     *
     * @param mostStates after more states than that the search ends
     * @throws ParallelPlan.NotParallelException if it can't be said what is seen
     */
    ParallelPlan parallel(long mostStates) throws ParallelPlan.NotParallelException {
        List<Question> questions = EndPlaces.of(scenario).stream()
                .filter(question -> !(question instanceof Question.OnDisk))
                .toList();
        model.askAtTheEnd(questions);
        StepPrograms programs = model.follow();
        Search.Found found = Search.of(model, mostStates);
        if (!found.complete()) {
            throw new ParallelPlan.NotParallelException("what is seen can't be predicted: not decided after "
                    + Numerals.grouped(found.states()) + " states");
        }
        Map<ParallelOutcome, Together> ends = new LinkedHashMap<>();
        BigInteger reached = BigInteger.ZERO;
        for (Sighting sighting : found.sightings()) {
            Sight sight = model.sight(sighting.sight());
            if (sight.isOfTheEnd()) {
                ParallelOutcome outcome = new ParallelOutcome(sight.answers(), new TreeMap<>(sight.outcomes()));
                Together.add(ends, outcome, sighting);
                reached = reached.add(sighting.orders());
            }
        }
        if (!reached.equals(found.outcomes())) {
            BigInteger others = found.outcomes().subtract(reached);
            throw new ParallelPlan.NotParallelException(
                    "in " + Numerals.grouped(others) + (others.equals(BigInteger.ONE) ? " order" : " orders")
                            + ", it can't be played to its end; `mmaplab run` says why");
        }
        Map<ParallelOutcome, ParallelPlan.Prediction> predicted = new LinkedHashMap<>();
        ends.forEach((end, each) ->
                predicted.put(end, new ParallelPlan.Prediction(each.orders, order(each.shortest.shortest()))));
        return new ParallelPlan(setting, programs, questions, predicted);
    }

    /** Whether a machine of other rules does the same in every order, operation by operation. */
    boolean isSameWith(Rules rules) {
        model.compareWith(rules);
        return Search.of(model, Exploration.MOST_STATES).complete() && !model.differs();
    }

    /** For each answer to a question, the shortest order in which it is given, in an order as it comes. */
    Map<Reply, Scenario> shortestOrders(Question question) {
        Map<Reply, Together> replies = new LinkedHashMap<>();
        for (Sighting sighting : Search.of(model, Exploration.MOST_STATES).sightings()) {
            for (Replied replied : model.sight(sighting.sight()).replies()) {
                if (replied.question().equals(question)) {
                    Together.add(replies, replied.reply(), sighting);
                }
            }
        }
        Map<Reply, Scenario> orders = new LinkedHashMap<>();
        replies.forEach((reply, each) -> orders.put(reply, order(each.shortest.shortest())));
        return orders;
    }

    /** For each thing that is seen, the shortest order in which it is and the first; none twice. */
    List<Scenario> tellingOrders(int most) {
        Set<Path> paths = new LinkedHashSet<>();
        for (Sighting sighting : Search.of(model, Exploration.MOST_STATES).sightings()) {
            paths.add(completed(sighting.shortest()));
            paths.add(completed(sighting.first()));
        }
        List<Scenario> orders = new ArrayList<>();
        paths.stream().limit(most).forEach(path -> orders.add(order(path)));
        return orders;
    }

    /** The result of a claim as it is in an order that was played. */
    private static Claimed seen(Claim claim, Played order) {
        for (Claimed each : order.claimed()) {
            if (each.claim().equals(claim)) {
                return each;
            }
        }
        throw new IllegalStateException("the claim is not looked at in the order that was found for it");
    }

    private static Problem problem(BrokenOrders.Key key, Played order) {
        for (Problem problem : order.result().problems()) {
            if (BrokenOrders.Key.of(problem).equals(key)) {
                return problem;
            }
        }
        for (Claimed claimed : order.claimed()) {
            if (OverOrders.isBrokenNever(claimed)
                    && BrokenOrders.Key.of(OverOrders.holds(claimed)).equals(key)) {
                return OverOrders.holds(claimed);
            }
        }
        throw new IllegalStateException("the problem is not in the order that was found for it");
    }

    /** Plays the first order that begins with a path. */
    private Played play(Path path) {
        return played.computeIfAbsent(completed(path), turns -> {
            Scenario order = unnamed(turns);
            ScenarioRunner runner =
                    new ScenarioRunner(order, new SimulatedKernel(machine), setting.goesOn(), setting.beliefs());
            ScenarioResult result = runner.run();
            return new Played(LeftWords.named(order, result.trace()), result, runner.claimed());
        });
    }

    /** The first order that begins with a path. */
    private Scenario order(Path path) {
        return scenario.hasCrash() ? play(path).order() : unnamed(completed(path));
    }

    private Scenario unnamed(Path turns) {
        return Orders.inOrder(scenario, concurrent(turns), disks(turns));
    }

    /** What each crash leaves, by number. */
    private List<Integer> disks(Path turns) {
        List<Integer> disks = new ArrayList<>();
        int at = 1;
        for (Step step : scenario.steps()) {
            if (step instanceof Step.Crash) {
                disks.add(turns.turns().get(at));
            }
            at += step.count();
        }
        return disks;
    }

    /** The path with the steps that are left in the first order in which they can be played. */
    private Path completed(Path path) {
        return model.waits() ? model.completed(path) : path.completed(model.groups());
    }

    /** The turns in what is concurrent. */
    private List<int[]> concurrent(Path turns) {
        List<int[]> groups = new ArrayList<>();
        int at = 0;
        for (int[][] group : model.groups()) {
            int steps = Model.steps(group);
            if (group.length > 1) {
                groups.add(turns.turns().subList(at, at + steps).stream()
                        .mapToInt(Integer::intValue)
                        .toArray());
            }
            at += steps;
        }
        return groups;
    }
}
