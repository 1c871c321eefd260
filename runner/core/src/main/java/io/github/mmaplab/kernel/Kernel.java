package io.github.mmaplab.kernel;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.machine.Trait;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kernel that scenarios are played on. Operations change it; observations do not, and can be made of processes that
 * run. What a kernel cannot be asked about it answers with {@link Answer.Unknown}. Any of them may throw
 * {@link KernelLostException}, and {@link MachineLimitException} where the machine lacks what an operation needs.
 */
public interface Kernel {

    /** The size of its pages. */
    PageSize pageSize();

    /** Which traits its machine lacks; those that the simulated kernel can do without follow from its rules. */
    default Set<Trait> lacking() {
        return Set.of();
    }

    /** Performs an operation and returns its result. */
    Completion perform(Operation operation);

    /** The mapping that {@code address} is in, if it is in one. */
    Optional<MappingView> mapping(ProcessId process, long address);

    /** All mappings of a process by address, as /proc/PID/maps lists them. */
    List<MappingView> mappings(ProcessId process);

    /** The physical page at {@code address}; unknown if no page has been touched there. */
    Answer<FrameId> frame(ProcessId process, long address);

    /** Whether the page at {@code address}, which must be mapped, is in memory (mincore(2)). */
    Answer<Boolean> resident(ProcessId process, long address);

    /** Whether the page at {@code address}, which must be mapped, is in a locked mapping ({@code lo} in /proc/PID/smaps). */
    Answer<Boolean> locked(ProcessId process, long address);

    /**
     * How many bytes of the mapping that {@code address} is in are in memory, without the zero page (Rss in
     * /proc/PID/smaps). It must be private and anonymous: of others Linux may map more than what was touched.
     */
    Answer<Long> rss(ProcessId process, long address);

    /** Whether a process runs, or how it ended. */
    ProcessStatus status(ProcessId process);

    /** The file that has a name in the folder, if there is one. */
    Optional<FileId> named(NameId name);

    /** Whether a file is still there, with or without a name: a System V segment that was destroyed is not. */
    boolean exists(FileId file);

    /** How often a System V segment that is still there is attached (shm_nattch). */
    long attached(FileId segment);

    /** The size of a file in bytes. */
    long size(FileId file);

    /**
     * How a file goes on from an offset, whatever its length: empty if nothing but zero bytes is left of it. Holes cost
     * nothing, and no page comes into memory for it.
     */
    Answer<Optional<Rest>> rest(FileId file, long from);

    /**
     * Bytes that a file would hold if the power failed now, fewer than {@code count} at its end; none of a file that has
     * no disk.
     */
    Answer<Data> onDisk(FileId file, long from, int count);

    /** As {@link #rest}, if the power failed now. */
    Answer<Optional<Rest>> restOnDisk(FileId file, long from);

    /** How much memory the processes and files use. */
    Answer<MemoryUse> memoryUse();

    /** All that can be seen at this moment without touching a page. */
    Snapshot snapshot();

    /** A kernel in the same state, which goes its own way from here; empty if this one can't be copied. */
    default Optional<Kernel> copy() {
        return Optional.empty();
    }
}
