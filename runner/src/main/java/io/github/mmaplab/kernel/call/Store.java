package io.github.mmaplab.kernel.call;

import io.github.mmaplab.kernel.abi.Data;
import io.github.mmaplab.kernel.abi.FrameId;
import io.github.mmaplab.kernel.abi.OnSignal;
import io.github.mmaplab.kernel.abi.Outcome;
import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Transition;
import io.github.mmaplab.kernel.memory.Frame;

/**
 * A process stores bytes, one after the other, upwards.
 *
 * @param onSignal what becomes of the process when a byte cannot be stored
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
            Frame frame = draft.memory().frame(id);
            if (frame == null) {
                throw new IllegalStateException("a store reached " + id + ", which is not in use");
            }
            draft.memory().write(id, frame.content().with(offset, store.data, done, count));
            draft.note(new Event.Stored(store.process, page, id, offset, count));
        }
    }
}
