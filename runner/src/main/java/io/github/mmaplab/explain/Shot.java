package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.abi.Outcome;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Machine;
import java.util.List;

/**
 * One operation of a run, with the whole machine before and after it.
 *
 * @param step the step it belongs to; 0 for the scene
 * @param target which of the step's operations it is, from 0
 */
record Shot(
        int step,
        int target,
        Operation operation,
        Outcome outcome,
        List<Event> events,
        Machine before,
        Machine after) {}
