package io.github.mmaplab.run;

import io.github.mmaplab.run.result.NotChecked;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.scenario.model.Claim;
import java.util.List;

/**
 * The result of a claim in one order.
 *
 * @param step when it was looked at
 * @param differing what differs from the claim
 * @param notChecked what the kernel could not be asked about
 */
record Claimed(Claim claim, int step, List<Problem> differing, List<NotChecked> notChecked) {

    /** Whether all that could be looked at is as the claim says. */
    boolean holds() {
        return differing.isEmpty();
    }

    /** Whether it is known that it holds, or that it does not. */
    boolean isKnown() {
        return !differing.isEmpty() || notChecked.isEmpty();
    }
}
