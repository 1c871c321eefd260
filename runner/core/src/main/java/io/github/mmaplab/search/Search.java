package io.github.mmaplab.search;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Visits each state once that some order leads to, step by step: all states after one step, all after two, and so on. Numbers
 * of outcomes add up where orders meet in a state, so they are exact without any order being played on its own.
 */
public final class Search {
    /** How many pairs of a state and a branch there may be: what a search takes in memory follows them. */
    private static final long MOST_WAYS = 1 << 25;

    private final Model model;
    private final long mostStates;
    private final List<Positions> groups = new ArrayList<>();
    private final List<Layer.Trail> trails = new ArrayList<>();
    private final Map<Integer, Seen> seen = new LinkedHashMap<>();
    private final BigInteger most;
    private final List<BigInteger> totals = new ArrayList<>();
    private BigInteger total;
    /** What has been passed, if branches wait: the orders are counted at the end. */
    private final List<Completions.Passed> passed = new ArrayList<>();

    private long states = 1;

    /**
     * The result.
     *
     * @param sightings what was seen, by the first order in which it is, and in an order as it comes
     * @param totals for each group, how many outcomes there are of all that happens up to its end
     * @param states how many states were visited, each with how far the branches have come
     * @param complete whether all were visited, and not only as many as allowed
     */
    public record Found(List<Sighting> sightings, List<BigInteger> totals, long states, boolean complete) {
        /** Copies the lists. */
        public Found {
            sightings = List.copyOf(sightings);
            totals = List.copyOf(totals);
        }

        /** How many outcomes there are in all. */
        public BigInteger outcomes() {
            return totals.get(totals.size() - 1);
        }
    }

    /** What is known of one sight so far. */
    private static final class Seen {
        private BigInteger orders = BigInteger.ZERO;
        private int layer;
        private Path first;
        private int switches = Integer.MAX_VALUE;
        private int shortestLayer;
        private int shortestWay;
        private int shortestBranch;

        Seen(int layer, Path first) {
            this.layer = layer;
            this.first = first;
        }
    }

    private Search(Model model, long mostStates) {
        this.model = model;
        int branches =
                model.groups().stream().mapToInt(group -> group.length).max().orElse(1);
        this.mostStates = Math.min(mostStates, MOST_WAYS / branches);
        BigInteger after = BigInteger.ONE;
        for (int i = model.groups().size() - 1; i >= 0; i--) {
            Positions positions = new Positions(model.groups().get(i), after);
            groups.add(0, positions);
            after = positions.orders(0);
        }
        this.total = after;
        this.most = after.multiply(model.mostCombinations());
    }

    /**
     * Searches a model.
     *
     * @param mostStates after more states than that the search ends early
     */
    public static Found of(Model model, long mostStates) {
        return new Search(model, mostStates).find();
    }

    private Found find() {
        Layer layer = new Layer(groups.get(0).branches(), most);
        layer.node(0, model.start(), Edges.NO_NODE, Layer.NO_BRANCH);
        layer.counts.append(BigInteger.ONE);
        layer.way(0, Layer.NO_BRANCH, 0, Edges.NO_NODE, Layer.NO_BRANCH);
        layer.order.append(0);
        for (int group = 0; group < groups.size(); group++) {
            int steps = Model.steps(model.groups().get(group));
            for (int step = 1; step <= steps; step++) {
                trails.add(layer.trail());
                boolean last = step == steps;
                Positions next = groups.get(last ? Math.min(group + 1, groups.size() - 1) : group);
                Layer reached = new Layer(next.branches(), most);
                Crossing crossing = new Crossing(layer, groups.get(group), reached, last);
                Edges edges = steps == 1 ? crossing.choose() : crossing.cross();
                follow(layer, reached, last, edges);
                if (model.waits()) {
                    passed.add(new Completions.Passed(layer.counts, layer.size(), edges));
                }
                layer = reached;
                model.pass();
                states += layer.size();
                if (states >= mostStates) {
                    return found(layer, false);
                }
            }
            totals.add(total);
        }
        return found(layer, true);
    }

    private Found found(Layer last, boolean complete) {
        if (model.waits()) {
            Completions completions = Completions.of(passed, last.size());
            seen.forEach((sight, known) -> known.orders = completions.ordersOf(sight));
            total = completions.orders();
            totals.clear();
        }
        while (totals.size() < groups.size()) {
            totals.add(total);
        }
        return new Found(sightings(), totals, states, complete);
    }

    /** A step of the search, from all nodes of a layer. */
    private final class Crossing {
        private final Layer layer;
        private final Positions positions;
        private final Layer reached;
        private final boolean last;

        Crossing(Layer layer, Positions positions, Layer reached, boolean last) {
            this.layer = layer;
            this.positions = positions;
            this.reached = reached;
            this.last = last;
        }

        private boolean hasRoom(int node) {
            return node < layer.size() && states + reached.size() < mostStates;
        }

        /** Does the only step of a group, with all effects that it may have. */
        Edges choose() {
            int after = positions.after(0, 0);
            List<List<Model.Effect>> effects = new ArrayList<>();
            int widest = 1;
            for (int node = 0; hasRoom(node); node++) {
                List<Model.Effect> all = model.effects(layer.state(node), positions.step(0, 0));
                BigInteger more = BigInteger.valueOf(all.size() - 1L);
                total = total.add(
                        layer.counts.get(node).multiply(positions.orders(after)).multiply(more));
                widest = Math.max(widest, all.size());
                effects.add(all);
            }
            Edges edges = new Edges(layer.size(), widest);
            for (int node = 0; node < effects.size() && hasRoom(node); node++) {
                for (int turn = 0; turn < effects.get(node).size(); turn++) {
                    take(effects.get(node).get(turn), node, turn, after, edges);
                }
            }
            return edges;
        }

        /** Does every possible step. */
        Edges cross() {
            Edges edges = new Edges(layer.size(), positions.branches());
            for (int node = 0; hasRoom(node); node++) {
                int position = layer.position(node);
                boolean goesOn = false;
                for (int branch = 0; branch < positions.branches(); branch++) {
                    int after = positions.after(position, branch);
                    if (after != Positions.NONE) {
                        List<Model.Effect> effects = model.effects(layer.state(node), positions.step(position, branch));
                        if (effects.size() > 1) {
                            throw new IllegalStateException("a step with several effects is not alone in its group");
                        }
                        if (!effects.get(0).waits()) {
                            goesOn = true;
                            take(effects.get(0), node, branch, after, edges);
                        }
                    }
                }
                if (!goesOn) {
                    stop(node, edges);
                }
            }
            return edges;
        }

        /** No branch can go on from a node: what is seen is that they wait. */
        private void stop(int node, Edges edges) {
            int position = layer.position(node);
            int branch = 0;
            while (positions.after(position, branch) == Positions.NONE) {
                branch++;
            }
            int sight = model.stuck(positions.step(position, branch));
            edges.shows(node, branch, sight);
            edges.ends(node, branch);
            see(sight, layer.counts.get(node), node, branch);
        }

        private void take(Model.Effect effect, int node, int turn, int after, Edges edges) {
            if (effect.sight() != 0) {
                edges.shows(node, turn, effect.sight());
                see(effect.sight(), layer.counts.get(node).multiply(positions.orders(after)), node, turn);
            }
            if (effect.ends()) {
                edges.ends(node, turn);
            } else {
                edges.leadsTo(node, turn, arrive(layer, node, reached, last ? 0 : after, effect.next(), turn));
            }
        }
    }

    private static int arrive(Layer layer, int node, Layer reached, int position, int state, int branch) {
        int before = reached.size();
        int target = reached.node(position, state, node, branch);
        if (target < before) {
            reached.counts.add(target, layer.counts, node);
        } else {
            reached.counts.append(layer.counts, node);
        }
        return target;
    }

    private void see(int sight, BigInteger more, int node, int branch) {
        int here = trails.size() - 1;
        Seen known = seen.get(sight);
        if (known == null) {
            known = new Seen(here, firstPath(node, branch));
            seen.put(sight, known);
        } else if (known.layer != here) {
            known.layer = here;
            Path path = firstPath(node, branch);
            if (path.completed(model.groups()).compareTo(known.first.completed(model.groups())) < 0) {
                known.first = path;
            }
        }
        known.orders = known.orders.add(more);
    }

    /** Keeps, for each node and last branch, the path to it with the fewest switches. */
    private void follow(Layer layer, Layer reached, boolean last, Edges edges) {
        for (int i = 0; i < layer.order.size(); i++) {
            int way = layer.order.get(i);
            for (int branch = 0; branch < edges.turns(); branch++) {
                int target = edges.target(layer.wayNode.get(way), branch);
                int sight = edges.sight(layer.wayNode.get(way), branch);
                int switches = layer.switchesWith(way, branch);
                if (sight != 0) {
                    shorten(sight, switches, way, branch);
                }
                if (target >= 0) {
                    reached.way(target, last ? Layer.NO_BRANCH : branch, switches, way, branch);
                }
            }
        }
        for (int i = 0; i < layer.order.size(); i++) {
            int way = layer.order.get(i);
            for (int branch = 0; branch < edges.turns(); branch++) {
                int target = edges.target(layer.wayNode.get(way), branch);
                if (target >= 0) {
                    int kept = reached.wayTo(target, last ? Layer.NO_BRANCH : branch);
                    if (reached.wayOrigins.parents().get(kept) == way
                            && reached.wayOrigins.branches().get(kept) == branch) {
                        reached.order.append(kept);
                    }
                }
            }
        }
    }

    private void shorten(int sight, int switches, int way, int branch) {
        Seen known = seen.get(sight);
        if (known != null && switches < known.switches) {
            known.switches = switches;
            known.shortestLayer = trails.size() - 1;
            known.shortestWay = way;
            known.shortestBranch = branch;
        }
    }

    private Path firstPath(int node, int branch) {
        return path(trails.size() - 1, Layer.Trail::nodes, node, branch);
    }

    private Path shortestPath(Seen known) {
        return path(known.shortestLayer, Layer.Trail::ways, known.shortestWay, known.shortestBranch);
    }

    /** The path to a node or way of a layer, and one step more. */
    private Path path(int layer, Function<Layer.Trail, Layer.Origins> origins, int last, int branch) {
        List<Integer> turns = new ArrayList<>();
        turns.add(branch);
        int at = last;
        for (int i = layer; i > 0; i--) {
            Layer.Origins came = origins.apply(trails.get(i));
            turns.add(came.branches().get(at));
            at = came.parents().get(at);
        }
        Collections.reverse(turns);
        return new Path(turns);
    }

    private List<Sighting> sightings() {
        List<Sighting> all = new ArrayList<>();
        seen.forEach((sight, known) ->
                all.add(new Sighting(sight, known.orders, known.first, shortestPath(known), known.switches)));
        all.sort(Comparator.comparing((Sighting each) -> each.first().completed(model.groups()))
                .thenComparing(each -> each.first().length()));
        return all;
    }
}
