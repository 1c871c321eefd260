package io.github.mmaplab.explain;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.explain.fact.Page;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.ProcessState;
import io.github.mmaplab.kernel.memory.Frame;
import io.github.mmaplab.kernel.memory.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what pages are on a machine. */
final class Pages {

    private Pages() {}

    /** The page that a process has at an address; empty if it has none there. */
    static Optional<Page> at(Machine machine, ProcessId process, long address) {
        ProcessState state = machine.processes().get(process);
        FrameId frame =
                state == null ? null : state.space().frame(machine.pageSize().number(address));
        return state == null || frame == null
                ? Optional.empty()
                : Optional.of(of(machine, frame, state.space().find(address), address));
    }

    private static Page of(Machine machine, FrameId frame, @Nullable Mapping mapping, long address) {
        if (frame.isZeroPage()) {
            return new Page.Zero(frame);
        }
        Frame found = machine.memory().frame(frame);
        if (found != null && found.cached() && mapping != null && mapping.file() != null) {
            return new Page.OfFile(frame, mapping.file(), mapping.filePage(address, machine.pageSize()));
        }
        return new Page.Own(frame);
    }

    /** The page of a file in memory; empty for a hole. */
    static Optional<Page> ofFile(Machine machine, FileId file, long index) {
        FrameId frame = machine.file(file).pages().get(index);
        return frame == null ? Optional.empty() : Optional.of(new Page.OfFile(frame, file, index));
    }

    /** The processes that have a page at some address. */
    static List<ProcessId> owners(Machine machine, FrameId frame) {
        List<ProcessId> owners = new ArrayList<>();
        for (ProcessState process : machine.processes().values()) {
            process.space().table().forEach(0, Long.MAX_VALUE, (page, found) -> {
                if (found.equals(frame) && !owners.contains(process.id())) {
                    owners.add(process.id());
                }
            });
        }
        return owners;
    }
}
