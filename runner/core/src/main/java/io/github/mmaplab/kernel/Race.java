package io.github.mmaplab.kernel;

import io.github.mmaplab.kernel.call.Operation;
import java.util.List;

/**
 * Branches of operations that run at once on a real kernel. The operations of a branch keep their order.
 *
 * @param branches the steps of each branch
 * @param seed decides how long the branches pause between their steps
 */
public record Race(List<List<Step>> branches, long seed) {
    /** The maximum number of branches. */
    public static final int MOST_BRANCHES = 16;

    /** Copies the list. */
    public Race {
        branches = List.copyOf(branches);
    }

    /**
     * A step of a branch.
     *
     * @param operations what it does, in sequence
     * @param alone whether no other step may happen meanwhile, because the machine does not do this one at once
     * @param goesOn whether an operation follows one that does not succeed
     */
    public record Step(List<Operation> operations, boolean alone, boolean goesOn) {
        /** Copies the list. */
        public Step {
            operations = List.copyOf(operations);
        }
    }
}
