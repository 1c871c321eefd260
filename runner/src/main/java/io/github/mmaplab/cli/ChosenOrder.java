package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.run.LeftDisks;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.TellingOrders;
import io.github.mmaplab.scenario.model.Order;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The order of a scenario to explain: the one in {@code --order}, or the one that shows most. */
final class ChosenOrder {
    private static final String CRASH = Order.CRASH.strip();

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
        if (!scenario.hasSeveralOutcomes()) {
            throw new UsageException("this scenario has no concurrent steps and no crash", "leave out `--order`");
        }
        List<String> branches = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (String part : written.strip().split(";", -1)) {
            String words = part.strip().replaceFirst("^then ", "");
            if (words.startsWith(CRASH)) {
                left.add(words.substring(CRASH.length()).strip());
            } else {
                branches.addAll(List.of(words.split("[,\\s]+", -1)));
            }
        }
        Optional<Scenario> order = Orders.beginning(scenario, branches);
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

    private static String beginningsOf(Scenario scenario) {
        String first =
                String.join(",", Orders.first(scenario).order().orElseThrow().branches());
        return first.isEmpty()
                ? "say what the crash leaves: `crash: page 0 of data.txt as last synced`"
                : "name branches, separated by commas; the first order is `" + first + "`";
    }

    private static Scenario mostTelling(Scenario scenario) {
        return scenario.hasSeveralOutcomes()
                ? TellingOrders.of(ScenarioRunner.run(scenario), 1).get(0)
                : scenario;
    }
}
