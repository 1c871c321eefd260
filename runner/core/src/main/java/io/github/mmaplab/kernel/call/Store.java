package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Piece;
import io.github.mmaplab.kernel.machine.Stores;
import io.github.mmaplab.kernel.machine.Transition;

/**
 * A process stores bytes one at a time, upwards.
 *
 * @param onSignal what happens to the process when a byte cannot be stored
 */
public record Store(ProcessId process, long address, Data data, OnSignal onSignal) implements Operation {

    @Override
    public Transition applyTo(Machine machine) {
        Draft draft = Scene.draft(machine, process);
        Access access = new Access(draft, process, onSignal);
        Outcome stopped = access.run(address, data.length(), true, new Put(this, draft));
        return draft.seal(stopped == null ? Outcome.Done.NOTHING : stopped);
    }

    /** Stores what falls into one page. */
    private record Put(Store store, Draft draft) implements Access.PerPage {
        @Override
        public void touch(long page, FrameId id, int offset, int count, long done) {
            new Stores(draft, store.process).put(page, id, new Piece(offset, store.data, done, count));
        }
    }
}
