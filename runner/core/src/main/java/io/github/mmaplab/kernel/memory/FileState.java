package io.github.mmaplab.kernel.memory;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.Seal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * A file: its size, and its pages in the page cache, where each is once for all processes. A page that is
 * not there is a hole and reads as zeros; pages in the cache are never evicted.
 *
 * @param writable whether its permissions let an ordinary process open it for writing
 * @param linked whether it still has a name, or never had one as a memfd; whether a System V segment is not removed
 * @param size in bytes
 * @param pages page number in the file to frame
 * @param mappings how many mappings there are of it; of a System V segment, shm_nattch
 * @param disk what has certainly reached the disk
 * @param seals what can no longer be done to it
 * @param copyOf the file with a name in whose place a process has this one, on kernels that copy what is shared at a
 *     fork; null for all others
 */
public record FileState(
        FileId id,
        FileKind kind,
        boolean writable,
        boolean linked,
        long size,
        PMap<Long, FrameId> pages,
        int mappings,
        Disk disk,
        Set<Seal> seals,
        @Nullable FileId copyOf) {

    /**
     * What is on the disk because of the last sync of each page: a crash leaves at least this, or something newer.
     *
     * @param size in bytes
     * @param pages page number to bytes
     */
    public record Disk(long size, PMap<Long, PageContent> pages) {
        /** An empty file. */
        public static final Disk EMPTY = new Disk(0, TreePMap.empty());
    }

    /** Copies the seals. */
    public FileState {
        seals = seals.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(seals));
    }

    /** A new, empty file. */
    public static FileState empty(FileId id, FileKind kind, boolean writable, long size) {
        return new FileState(id, kind, writable, true, size, TreePMap.empty(), 0, Disk.EMPTY, unsealed(kind), null);
    }

    /** Only a memfd can be sealed; other files in memory do not allow any seal (mm/shmem.c, __shmem_get_inode). */
    private static Set<Seal> unsealed(FileKind kind) {
        return kind == FileKind.SHM || kind == FileKind.SYSV ? Set.of(Seal.SEAL) : Set.of();
    }

    /** A file of the same size without pages that represents this one under another number. */
    public FileState emptyCopy(FileId other) {
        return new FileState(other, kind, writable, linked, size, TreePMap.empty(), 0, Disk.EMPTY, seals, named());
    }

    /** The file that /proc/PID/maps names for it, or null for shared anonymous memory. */
    public @Nullable FileId named() {
        return id.nameless() ? copyOf : id;
    }

    /** With another size. */
    public FileState withSize(long bytes) {
        return new FileState(id, kind, writable, linked, bytes, pages, mappings, disk, seals, copyOf);
    }

    /** With other pages in the cache. */
    public FileState withPages(PMap<Long, FrameId> cache) {
        return new FileState(id, kind, writable, linked, size, cache, mappings, disk, seals, copyOf);
    }

    /** With {@code change} mappings more, or less. */
    public FileState withMappings(int change) {
        return new FileState(id, kind, writable, linked, size, pages, mappings + change, disk, seals, copyOf);
    }

    /** Whether it is a System V segment that is no more: removed, and not attached (ipc/shm.c, shm_may_destroy). */
    public boolean destroyed() {
        return kind == FileKind.SYSV && !linked && mappings == 0;
    }

    /** Whether it has a seal. */
    public boolean has(Seal seal) {
        return seals.contains(seal);
    }

    /** Whether a seal forbids writing to it: no shared mapping becomes writable any more. */
    public boolean writeSealed() {
        return has(Seal.WRITE) || has(Seal.FUTURE_WRITE);
    }

    /** With these seals. */
    public FileState withSeals(Set<Seal> all) {
        return new FileState(id, kind, writable, linked, size, pages, mappings, disk, all, copyOf);
    }

    /** With a name, or without one. */
    public FileState withLinked(boolean named) {
        return new FileState(id, kind, writable, named, size, pages, mappings, disk, seals, copyOf);
    }

    /** With this on its disk. */
    public FileState withDisk(Disk written) {
        return new FileState(id, kind, writable, linked, size, pages, mappings, written, seals, copyOf);
    }
}
