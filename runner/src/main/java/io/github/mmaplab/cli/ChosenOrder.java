package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.failure.Titles;
import io.github.mmaplab.run.LeftDisks;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.TellingOrders;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.model.Order;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The order of a scenario to play or to explain: the one in {@code --order}, or the one that shows most. */
final class ChosenOrder {
    private static final String CRASH = Order.CRASH.strip();
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private ChosenOrder() {}

    /**
     * The scenario in that order, or the scenario itself if it has no concurrent steps.
     *
     * @throws UsageException if no order begins as {@code --order} says
     */
    static Scenario of(Scenario scenario, Arguments arguments) throws UsageException {
        String written = arguments.only("order", "choose one order");
        if (written == null) {
            return mostTelling(scenario);
        }
        return beginning(scenario, written);
    }

    /**
     * What was selected, if {@code --order} is not given; otherwise the only scenario of it in that order.
     *
     * @throws UsageException if there are several, or no order begins so, or all orders are needed
     */
    static ReadResult ofOnly(ReadResult selected, Arguments arguments) throws UsageException {
        String written = arguments.only("order", "choose one order");
        if (written == null || selected.scenarios().isEmpty()) {
            return selected;
        }
        for (String other : new String[] {"parallel", "mutants"}) {
            if (arguments.has(other)) {
                throw new UsageException("`--order` and `--" + other + "` can't be combined", "use one of them");
            }
        }
        if (selected.scenarios().size() > 1) {
            throw new UsageException(
                    "`--order` is the order of one scenario, and the selection has "
                            + selected.scenarios().size(),
                    "select one by `" + Titles.place(selected.scenarios().get(0)) + "`, `--name` or `--tag`");
        }
        return new ReadResult(List.of(beginning(selected.scenarios().get(0), written)), selected.diagnostics());
    }

    /**
     * The first order that begins in a way.
     *
     * @param written as in {@code alice,bob}, or as reports write it: {@code alice 1, bob 1; then crash: no data.txt}
     * @throws UsageException if no order does
     */
    static Scenario beginning(Scenario scenario, String written) throws UsageException {
        if (!scenario.hasSeveralOutcomes()) {
            throw new UsageException("this scenario has no concurrent steps and no crash", "leave out `--order`");
        }
        List<String> branches = new ArrayList<>();
        Map<Integer, String> numbers = new TreeMap<>();
        List<String> left = new ArrayList<>();
        for (String part : written.strip().split(";", -1)) {
            String words = part.strip().replaceFirst("^then ", "");
            if (words.startsWith(CRASH)) {
                left.add(words.substring(CRASH.length()).strip());
                continue;
            }
            for (String word : words.split("[,\\s]+", -1)) {
                if (NUMBER.matcher(word).matches() && !branches.isEmpty()) {
                    numbers.put(branches.size() - 1, word);
                } else {
                    branches.add(word);
                }
            }
        }
        Optional<Scenario> order =
                Orders.beginning(scenario, branches).filter(found -> numbersAre(numbers, found.turns()));
        if (order.isEmpty()) {
            throw new UsageException("no order begins with `" + written + "`", beginningsOf(scenario));
        }
        if (!scenario.hasCrash()) {
            return order.get();
        }
        return LeftDisks.find(order.get(), left)
                .orElseThrow(() -> new UsageException(
                        "no crash leaves `" + String.join("; ", left) + "`",
                        "`mmaplab outcomes` lists what a crash may leave, as it is written here"));
    }

    /** Whether turns have these numbers within their branches. */
    private static boolean numbersAre(Map<Integer, String> numbers, List<Order.Turn> turns) {
        return numbers.entrySet().stream()
                .allMatch(each -> each.getValue()
                        .equals(String.valueOf(turns.get(each.getKey()).number())));
    }

    private static String beginningsOf(Scenario scenario) {
        String first = first(scenario);
        return first.isEmpty()
                ? "say what the crash leaves: `crash: page 0 of data.txt as last synced`"
                : "name branches, separated by commas; the first order is `" + first + "`";
    }

    /** The first order, as {@code --order} takes it. */
    static String first(Scenario scenario) {
        return String.join(",", Orders.first(scenario).order().orElseThrow().branches());
    }

    private static Scenario mostTelling(Scenario scenario) {
        return scenario.hasSeveralOutcomes()
                ? TellingOrders.of(ScenarioRunner.run(scenario), 1).get(0)
                : scenario;
    }
}
