package io.github.mmaplab.run;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The orders of a scenario in which branches wait: those arrangements of its steps that Linux plays to an end. */
final class PossibleOrders implements Iterator<Scenario> {
    private final Orders arrangements;
    private Optional<Scenario> next = Optional.empty();

    PossibleOrders(Orders arrangements) {
        this.arrangements = arrangements;
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && arrangements.hasNext()) {
            Scenario order = arrangements.next();
            SimulatedKernel kernel = SimulatedKernel.linux(new PageSize(order.pageSize()));
            ScenarioRunner runner = new ScenarioRunner(order, kernel, true, Map.of());
            runner.run();
            arrangements.skip(runner.turns());
            next = runner.isNoOrder() ? Optional.empty() : Optional.of(order);
        }
        return next.isPresent();
    }

    @Override
    public Scenario next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all orders have been");
        }
        Scenario order = next.orElseThrow();
        next = Optional.empty();
        return order;
    }
}
