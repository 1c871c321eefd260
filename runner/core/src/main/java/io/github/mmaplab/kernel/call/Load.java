package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Stores;
import io.github.mmaplab.kernel.machine.Transition;
import io.github.mmaplab.kernel.memory.Frame;

/**
 * A process loads bytes one at a time, upwards. Returns up to the first {@value #MOST_BYTES} of them; to see more, load
 * again.
 *
 * @param onSignal what happens to the process when a byte cannot be loaded
 */
public record Load(ProcessId process, long address, long length, OnSignal onSignal) implements Operation {

    /** How many bytes one load returns at most. */
    public static final int MOST_BYTES = 1 << 20;

    @Override
    public Transition applyTo(Machine machine) {
        Draft draft = Scene.draft(machine, process);
        int wanted = Long.compareUnsigned(length, MOST_BYTES) < 0 ? (int) length : MOST_BYTES;
        byte[] bytes = new byte[wanted];
        Access access = new Access(draft, process, onSignal);
        Outcome stopped = access.run(address, length, false, new Take(process, draft, bytes));
        return draft.seal(stopped == null ? new Outcome.Done(Data.of(bytes)) : stopped);
    }

    /** Loads what falls into one page. */
    private static final class Take implements Access.PerPage {
        private final ProcessId process;
        private final Draft draft;
        private final Stores stores;
        private final byte[] bytes;

        Take(ProcessId process, Draft draft, byte[] bytes) {
            this.process = process;
            this.draft = draft;
            this.stores = new Stores(draft, process);
            this.bytes = bytes;
        }

        @Override
        public void touch(long page, FrameId id, int offset, int count, long done) {
            Frame frame = draft.memory().frame(id);
            int kept = (int) Math.min(count, bytes.length - Math.min(done, bytes.length));
            if (frame != null && kept > 0) {
                stores.seen(page, id, frame.content()).copy(offset, bytes, (int) done, kept);
            }
            draft.note(new Event.Loaded(process, page, id, offset, count));
        }
    }
}
