package io.github.mmaplab.kernel.machine;

import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.kernel.memory.AddressSpace;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.kernel.memory.PageContent;
import org.jspecify.annotations.Nullable;

/**
 * A process.
 *
 * @param generation changes at each fork, on both sides: a private page with another generation may be shared with a
 *     relative
 * @param held what it has stored to shared memory and no other process sees yet; nothing on Linux
 */
public record ProcessState(ProcessId id, ProcessStatus status, AddressSpace space, long generation, HeldStores held) {

    static ProcessState started(ProcessId id, AddressSpace space, long generation) {
        return new ProcessState(id, new ProcessStatus.Running(), space, generation, HeldStores.NONE);
    }

    /** The bytes that it sees in a page of the mapping: those that are there, and what it has stored itself. */
    public PageContent sees(@Nullable Mapping mapping, FrameId page, PageContent content) {
        return mapping != null && mapping.shared() ? held.over(page, content) : content;
    }

    ProcessState with(AddressSpace other) {
        return new ProcessState(id, status, other, generation, held);
    }

    ProcessState withGeneration(long other) {
        return new ProcessState(id, status, space, other, held);
    }

    ProcessState ended(ProcessStatus how) {
        return new ProcessState(id, how, AddressSpace.EMPTY, generation, HeldStores.NONE);
    }

    ProcessState withHeld(HeldStores other) {
        return new ProcessState(id, status, space, generation, other);
    }
}
