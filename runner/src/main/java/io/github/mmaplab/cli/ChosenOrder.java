package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.TellingOrders;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.List;
import java.util.Optional;

/** The order of a scenario to explain: the one in {@code --order}, or the one that shows most. */
final class ChosenOrder {
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
        if (!scenario.isConcurrent()) {
            throw new UsageException("this scenario has no concurrent steps", "leave out `--order`");
        }
        List<String> wanted = List.of(written.strip().split("[,\\s]+", -1));
        Optional<Scenario> order = Orders.beginning(scenario, wanted);
        if (order.isPresent()) {
            return order.get();
        }
        throw new UsageException(
                "no order begins with `" + written + "`",
                "name branches, separated by commas; the first order is `"
                        + String.join(
                                ",",
                                Orders.first(scenario).order().orElseThrow().branches()) + "`");
    }

    private static Scenario mostTelling(Scenario scenario) {
        return scenario.isConcurrent()
                ? TellingOrders.of(ScenarioRunner.run(scenario), 1).get(0)
                : scenario;
    }
}
