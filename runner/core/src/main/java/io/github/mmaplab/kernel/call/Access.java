package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Mappings;
import io.github.mmaplab.kernel.machine.PageFault;
import org.jspecify.annotations.Nullable;

/** A run of loads or stores, byte by byte upwards: what comes before the byte that faults has happened. */
final class Access {

    private final Draft draft;
    private final ProcessId process;
    private final Stop stop;

    private Access(Draft draft, ProcessId process, Stop stop) {
        this.draft = draft;
        this.process = process;
        this.stop = stop;
    }

    /** Accesses of a process, which get a signal where they fault. */
    Access(Draft draft, ProcessId process, OnSignal onSignal) {
        this(draft, process, (fault, address) -> raise(draft, process, onSignal, fault, address));
    }

    /**
     * Accesses of the kernel to memory that a process has named in a call, which fails where they fault.
     *
     * @param call the call: {@code pread(2)}
     */
    static Access ofBuffer(Draft draft, ProcessId process, String call) {
        return new Access(
                draft,
                process,
                (fault, address) -> Scene.failed(
                        Errno.EFAULT,
                        "the buffer can't be accessed at " + Scene.number(address) + ": " + fault.reason() + ", "
                                + call));
    }

    /** The outcome of an access that faults. */
    private interface Stop {
        Outcome at(PageFault.Reach.Fault fault, long address);
    }

    /** What is done with each page that the run touches. */
    interface PerPage {
        /**
         * Deals with {@code count} bytes at {@code offset} of a page.
         *
         * @param done how many bytes of the run came before
         */
        void touch(long page, FrameId frame, int offset, int count, long done);
    }

    /** Runs from {@code address} over {@code length} bytes, unsigned; returns why it stopped, or null at the end. */
    @Nullable
    Outcome run(long address, long length, boolean store, PerPage perPage) {
        PageSize pageSize = draft.pageSize();
        PageFault faults = new PageFault(draft, process);
        int pages = 0;
        long done = 0;
        while (done != length) {
            long at = address + done;
            PageFault.Reach reach = faults.reach(at, store);
            if (reach instanceof PageFault.Reach.Fault fault) {
                return stop.at(fault, at);
            }
            if (reach instanceof PageFault.Reach.Refused refused) {
                return new Outcome.Refused(refused.what());
            }
            if (++pages > Draft.MOST_PAGES) {
                return new Outcome.Refused("an access that touches more than " + Draft.MOST_PAGES + " pages");
            }
            int offset = pageSize.offset(at);
            long left = length - done;
            int room = pageSize.bytes() - offset;
            int count = Long.compareUnsigned(left, room) < 0 ? (int) left : room;
            perPage.touch(pageSize.floor(at), ((PageFault.Reach.Page) reach).frame(), offset, count, done);
            done += count;
        }
        return null;
    }

    private static Outcome raise(
            Draft draft, ProcessId process, OnSignal onSignal, PageFault.Reach.Fault fault, long address) {
        draft.note(new Event.SignalRaised(process, fault.signal(), fault.code(), address));
        if (onSignal == OnSignal.DEFAULT_ACTION) {
            new Mappings(draft, process).end(new ProcessStatus.Killed(fault.signal()));
        }
        return new Outcome.Signalled(fault.signal(), fault.code(), address, fault.reason());
    }
}
