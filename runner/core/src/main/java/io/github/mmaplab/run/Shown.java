package io.github.mmaplab.run;

import io.github.mmaplab.scenario.model.Scenario;

/**
 * The order in which something is shown.
 *
 * @param step the step at which it is so
 */
record Shown(Scenario order, int step) {

    /** Fewer switches between branches until then; of as many, fewer steps. */
    boolean isShorterThan(Shown other) {
        int mine = switches();
        int others = other.switches();
        return mine < others || (mine == others && step < other.step);
    }

    private int switches() {
        return order.order().map(each -> each.switches(step)).orElse(0);
    }
}
