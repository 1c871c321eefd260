package io.github.mmaplab.recording;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.call.Exec;
import io.github.mmaplab.kernel.call.Exit;
import io.github.mmaplab.kernel.call.Fork;
import io.github.mmaplab.kernel.call.Kill;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.call.Mmap;
import io.github.mmaplab.kernel.call.Mremap;
import io.github.mmaplab.kernel.call.OnRange;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.Store;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Machine;
import java.util.List;
import java.util.Optional;

/**
 * One operation of a run, with the whole machine before and after it.
 *
 * @param step the step it belongs to, in the order that is played; 0 for the scene
 * @param target which of the step's operations it is, from 0
 */
public record Act(
        int step, int target, Operation operation, Outcome outcome, List<Event> events, Machine before, Machine after) {

    /** The process that does it; empty for another program, and while the scenario is set up. */
    public Optional<ProcessId> process() {
        return processOf(operation);
    }

    /** The process that an operation needs. */
    public static Optional<ProcessId> processOf(Operation operation) {
        if (operation instanceof Store store) {
            return Optional.of(store.process());
        } else if (operation instanceof Load load) {
            return Optional.of(load.process());
        } else if (operation instanceof Mmap mmap) {
            return Optional.of(mmap.process());
        } else if (operation instanceof OnRange call) {
            return Optional.of(call.process());
        } else if (operation instanceof Mremap mremap) {
            return Optional.of(mremap.process());
        } else if (operation instanceof Fork fork) {
            return Optional.of(fork.process());
        }
        return ending(operation);
    }

    private static Optional<ProcessId> ending(Operation operation) {
        if (operation instanceof Exec exec) {
            return Optional.of(exec.process());
        } else if (operation instanceof Exit exit) {
            return Optional.of(exit.process());
        }
        return operation instanceof Kill kill ? Optional.of(kill.process()) : Optional.empty();
    }
}
