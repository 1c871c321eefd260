package io.github.mmaplab.run;

import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.List;

/** The orders of a scenario that are worth looking at. */
public final class TellingOrders {
    private TellingOrders() {}

    /**
     * The shortest orders that break an expectation, then the orders as they come; the scenario itself, if nothing in it is
     * concurrent. An order may be there twice.
     *
     * @param result the result of playing all orders
     * @param most the most orders wanted
     */
    public static List<Scenario> of(ScenarioResult result, int most) {
        Scenario scenario = result.scenario();
        if (!scenario.isConcurrent()) {
            return List.of(scenario);
        }
        List<Scenario> orders = new ArrayList<>();
        for (Problem problem : result.problems()) {
            if (problem instanceof Problem.InOrder inOrder && orders.size() < most) {
                orders.add(inOrder.scenario());
            }
        }
        for (Orders all = Orders.of(scenario); all.hasNext() && orders.size() < most; ) {
            orders.add(all.next());
        }
        return orders;
    }
}
