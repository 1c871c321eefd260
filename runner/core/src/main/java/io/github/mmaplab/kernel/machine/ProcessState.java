package io.github.mmaplab.kernel.machine;

import io.github.mmaplab.abi.DescriptorId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.kernel.memory.AddressSpace;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.kernel.memory.PageContent;
import io.github.mmaplab.kernel.memory.VmFlag;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * A process.
 *
 * @param generation changes at each fork, on both sides: a private page with another generation may be shared with a
 *     relative
 * @param limits how much it may map and lock
 * @param locksNew what every new mapping has: VM_LOCKED, and VM_LOCKONFAULT, or nothing (mlockall(2), MCL_FUTURE)
 * @param held what it has stored to shared memory and no other process sees yet; nothing on Linux
 * @param descriptors what its open file descriptors refer to
 */
public record ProcessState(
        ProcessId id,
        ProcessStatus status,
        AddressSpace space,
        long generation,
        Limits limits,
        Set<VmFlag> locksNew,
        HeldStores held,
        PMap<DescriptorId, OpenFile> descriptors) {

    /** Copies the flags. */
    public ProcessState {
        locksNew = locksNew.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(locksNew));
    }

    static ProcessState started(
            ProcessId id, AddressSpace space, long generation, PMap<DescriptorId, OpenFile> descriptors) {
        return new ProcessState(
                id,
                new ProcessStatus.Running(),
                space,
                generation,
                Limits.USUAL,
                Set.of(),
                HeldStores.NONE,
                descriptors);
    }

    /** The bytes that it sees in a page of the mapping: those that are there, and what it has stored itself. */
    public PageContent sees(@Nullable Mapping mapping, FrameId page, PageContent content) {
        return mapping != null && mapping.shared() ? held.over(page, content) : content;
    }

    ProcessState with(AddressSpace other) {
        return new ProcessState(id, status, other, generation, limits, locksNew, held, descriptors);
    }

    ProcessState withGeneration(long other) {
        return new ProcessState(id, status, space, other, limits, locksNew, held, descriptors);
    }

    ProcessState ended(ProcessStatus how) {
        return new ProcessState(
                id, how, AddressSpace.EMPTY, generation, Limits.USUAL, Set.of(), HeldStores.NONE, TreePMap.empty());
    }

    ProcessState withLimits(Limits other) {
        return new ProcessState(id, status, space, generation, other, locksNew, held, descriptors);
    }

    ProcessState withLocksNew(Set<VmFlag> other) {
        return new ProcessState(id, status, space, generation, limits, other, held, descriptors);
    }

    ProcessState withHeld(HeldStores other) {
        return new ProcessState(id, status, space, generation, limits, locksNew, other, descriptors);
    }

    ProcessState withDescriptors(PMap<DescriptorId, OpenFile> others) {
        return new ProcessState(id, status, space, generation, limits, locksNew, held, others);
    }
}
