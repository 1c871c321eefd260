package io.github.mmaplab.linux;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.abi.Resource;
import io.github.mmaplab.abi.Seal;
import io.github.mmaplab.kernel.MachineLimitException;
import io.github.mmaplab.kernel.MappingView;
import io.github.mmaplab.kernel.call.Mmap;
import io.github.mmaplab.kernel.machine.Trait;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What this machine cannot do because it lacks a trait. Each method throws a {@link MachineLimitException} then. */
final class Limits {

    /** The memory that a process has of its own: the program of the agent, its stack, the shared page. */
    private static final long OWN_BYTES = 16L << 20;

    private static final int FIVE_LEVELS = 56;

    private final MachineTraits traits;
    private final OwnMemory upToFiveLevels;
    private final long fourLevels;
    private final Set<FileId> regular = new HashSet<>();
    private final Set<FileId> writeSealed = new HashSet<>();

    /**
     * The limits of a machine.
     *
     * @param lowEnd the agent's own memory is below this address
     * @param highStart and from this address up
     */
    Limits(MachineTraits traits, PageSize pageSize, long lowEnd, long highStart) {
        this.traits = traits;
        this.fourLevels = pageSize.taskSize();
        this.upToFiveLevels = new OwnMemory(lowEnd, highStart, (1L << FIVE_LEVELS) - pageSize.bytes());
    }

    /** Checks that a system call is available. */
    void call(String name) {
        if (traits.forbids(name)) {
            throw traits.missing(Trait.CALLS_ALLOWED, name + "(2)");
        }
    }

    /** Checks a call over a range of addresses. */
    void range(long address, long length) {
        boolean above = address > fourLevels - Math.min(length, fourLevels);
        if (above && traits.lacks(Trait.FOUR_LEVELS) && upToFiveLevels.isIn(address, length)) {
            throw traits.missing(Trait.FOUR_LEVELS, "a range that reaches there");
        }
    }

    /** Checks a read(2) of this many bytes. */
    void reading(long length) {
        if (length > fourLevels && length >>> FIVE_LEVELS == 0 && traits.lacks(Trait.FOUR_LEVELS)) {
            throw traits.missing(Trait.FOUR_LEVELS, "a read(2) of so many bytes");
        }
    }

    /** Checks that a process can be given a limit. */
    void limiting(Resource resource) {
        if (resource != Resource.LOCKED && traits.lacks(Trait.UNLIMITED_ADDRESSES)) {
            throw traits.missing(Trait.UNLIMITED_ADDRESSES, "a limit of a process");
        }
    }

    /** Checks why a call for this many more bytes failed with ENOMEM in a process with these mappings. */
    void noMemory(List<MappingView> mappings, long more) {
        long used = OWN_BYTES;
        for (MappingView mapping : mappings) {
            used += mapping.length();
        }
        if (traits.lacks(Trait.UNLIMITED_ADDRESSES)
                && Long.compareUnsigned(more, kibibytes(Trait.UNLIMITED_ADDRESSES) - used) > 0) {
            throw traits.missing(Trait.UNLIMITED_ADDRESSES, "a mapping of so many bytes");
        }
    }

    /** Checks that a file can be made. */
    void making(FileId file, FileKind kind) {
        if (kind == FileKind.REGULAR) {
            regular.add(file);
        }
        if (kind == FileKind.SYSV) {
            call("shmget");
        }
        if (kind == FileKind.SHM && traits.lacks(Trait.SHARED_MEMORY)) {
            throw traits.missing(Trait.SHARED_MEMORY, "a file of kind shm");
        }
    }

    /** Checks that fallocate(2) can be called on a file. */
    void fallocate(FileId file) {
        if (regular.contains(file) && traits.lacks(Trait.HOLES)) {
            throw traits.missing(Trait.HOLES, "a hole in a regular file");
        }
    }

    /** Checks that mappings can be sealed. */
    void sealing(RangeCall call) {
        if (call == RangeCall.MSEAL && traits.lacks(Trait.SEALS_MET_IN_TURN)) {
            throw traits.missing(Trait.SEALS_MET_IN_TURN, "mseal(2)");
        }
    }

    /** Checks that seals can be added to a file. */
    void sealing(Flags seals) {
        if (seals.contains(Seal.EXEC) && traits.lacks(Trait.SEAL_EXEC)) {
            throw traits.missing(Trait.SEAL_EXEC, "that seal");
        }
    }

    /** Notes that a file has these seals. */
    void sealed(FileId file, Flags seals) {
        if (seals.contains(Seal.WRITE) || seals.contains(Seal.FUTURE_WRITE)) {
            writeSealed.add(file);
        }
    }

    /** Checks that a file can be mapped, shared, through a descriptor that is open for writing. */
    void mappingShared(Mmap call, FileId file) {
        if (!writeSealed.contains(file)) {
            return;
        }
        if (!call.protection().write() && traits.lacks(Trait.SEALED_MAPS_READ_ONLY)) {
            throw traits.missing(Trait.SEALED_MAPS_READ_ONLY, "a read-only shared mapping of a sealed file");
        }
        boolean unmaps = call.flags().contains(MapFlag.FIXED);
        if (call.protection().write() && unmaps && traits.lacks(Trait.SEALS_CHECKED_FIRST)) {
            throw traits.missing(Trait.SEALS_CHECKED_FIRST, "a mapping of a sealed file in the place of another");
        }
    }

    /** Checks that a file may be {@code end} bytes long. */
    void fileReaching(long end) {
        if (traits.lacks(Trait.UNLIMITED_FILES) && end > kibibytes(Trait.UNLIMITED_FILES)) {
            throw traits.missing(Trait.UNLIMITED_FILES, "a file of so many bytes");
        }
    }

    /** The limit of a trait, in bytes. */
    private long kibibytes(Trait trait) {
        String limit = traits.lacking().getOrDefault(trait, "");
        return Long.parseLong(limit.substring(0, limit.indexOf(' '))) << 10;
    }
}
