package io.github.mmaplab.run;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The orders of a scenario that are worth looking at. */
public final class TellingOrders {
    private static final int MOST_FOUND = 1_000;

    private TellingOrders() {}

    /** For what the search of a scenario finds on Linux, an order each, and the orders that come first. */
    static List<Scenario> found(Scenario scenario) {
        SimulatedKernel kernel = SimulatedKernel.linux(new PageSize(scenario.pageSize()));
        List<Scenario> orders = new OrderSearch(scenario, kernel.machine(), true, Map.of()).tellingOrders(MOST_FOUND);
        for (Iterator<Scenario> all = Orders.of(scenario); all.hasNext() && orders.size() < MOST_FOUND; ) {
            orders.add(all.next());
        }
        return orders;
    }

    /**
     * The shortest orders that break an expectation, then the orders as they come; the scenario itself, if nothing in it is
     * concurrent. An order may be there twice.
     *
     * @param result the result of playing all orders
     * @param most the most orders wanted
     */
    public static List<Scenario> of(ScenarioResult result, int most) {
        Scenario scenario = result.scenario();
        if (!scenario.hasSeveralOutcomes()) {
            return List.of(scenario);
        }
        List<Scenario> orders = new ArrayList<>();
        for (Problem problem : result.problems()) {
            if (problem instanceof Problem.InOrder inOrder && orders.size() < most) {
                orders.add(inOrder.scenario());
            }
        }
        for (Iterator<Scenario> all = Orders.of(scenario); all.hasNext() && orders.size() < most; ) {
            orders.add(all.next());
        }
        return orders;
    }
}
