package io.github.mmaplab.kernel.machine;

import io.github.mmaplab.abi.DescriptorId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.kernel.memory.AddressSpace;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.kernel.memory.PageContent;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * A process.
 *
 * @param generation changes at each fork, on both sides: a private page with another generation may be shared with a
 *     relative
 * @param held what it has stored to shared memory and no other process sees yet; nothing on Linux
 * @param descriptors what its open file descriptors refer to
 */
public record ProcessState(
        ProcessId id,
        ProcessStatus status,
        AddressSpace space,
        long generation,
        HeldStores held,
        PMap<DescriptorId, OpenFile> descriptors) {

    static ProcessState started(
            ProcessId id, AddressSpace space, long generation, PMap<DescriptorId, OpenFile> descriptors) {
        return new ProcessState(id, new ProcessStatus.Running(), space, generation, HeldStores.NONE, descriptors);
    }

    /** The bytes that it sees in a page of the mapping: those that are there, and what it has stored itself. */
    public PageContent sees(@Nullable Mapping mapping, FrameId page, PageContent content) {
        return mapping != null && mapping.shared() ? held.over(page, content) : content;
    }

    ProcessState with(AddressSpace other) {
        return new ProcessState(id, status, other, generation, held, descriptors);
    }

    ProcessState withGeneration(long other) {
        return new ProcessState(id, status, space, other, held, descriptors);
    }

    ProcessState ended(ProcessStatus how) {
        return new ProcessState(id, how, AddressSpace.EMPTY, generation, HeldStores.NONE, TreePMap.empty());
    }

    ProcessState withHeld(HeldStores other) {
        return new ProcessState(id, status, space, generation, other, descriptors);
    }

    ProcessState withDescriptors(PMap<DescriptorId, OpenFile> others) {
        return new ProcessState(id, status, space, generation, held, others);
    }
}
