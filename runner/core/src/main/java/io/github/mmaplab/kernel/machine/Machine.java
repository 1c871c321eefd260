package io.github.mmaplab.kernel.machine;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.disk.History;
import io.github.mmaplab.kernel.memory.FileState;
import io.github.mmaplab.kernel.memory.PhysicalMemory;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * The whole state of a simulated kernel: an immutable value. Operations make the next machine from it, and share with
 * it all that they leave alone.
 *
 * @param rules what makes this kernel Linux
 * @param processes every process there has been; ended ones have no mappings
 * @param files every file there has been, nameless ones while they are mapped
 * @param names the folder: the file that each name refers to
 * @param memory the physical pages
 * @param copies how many pages have been copied because of a store to private memory
 * @param counters the next unused numbers
 * @param history what may have reached the disk; null on a machine that does not crash
 */
public record Machine(
        Rules rules,
        PageSize pageSize,
        PMap<ProcessId, ProcessState> processes,
        PMap<FileId, FileState> files,
        PMap<NameId, FileId> names,
        PhysicalMemory memory,
        long copies,
        Counters counters,
        @Nullable History history) {

    /**
     * Numbers for what has no name.
     *
     * @param nameless for the files of shared anonymous mappings, going down
     * @param opened for descriptions of open files
     * @param family for the families of private pages
     * @param generation for the generations of processes
     */
    record Counters(int nameless, long opened, long family, long generation) {}

    /** A machine that has just started: no process, no file. */
    public static Machine boot(PageSize pageSize, Rules rules) {
        return new Machine(
                rules,
                pageSize,
                TreePMap.empty(),
                TreePMap.empty(),
                TreePMap.empty(),
                PhysicalMemory.EMPTY,
                0,
                new Counters(-1, 1, 1, 1),
                null);
    }

    /** The same state of a machine that obeys other rules. */
    public Machine with(Rules others) {
        return new Machine(others, pageSize, processes, files, names, memory, copies, counters, history);
    }

    /**
     * The process of that number.
     *
     * @throws IllegalArgumentException if there never was one
     */
    public ProcessState process(ProcessId id) {
        ProcessState process = processes.get(id);
        if (process == null) {
            throw new IllegalArgumentException("there is no " + id);
        }
        return process;
    }

    /**
     * The file of that number.
     *
     * @throws IllegalArgumentException if there never was one, or it was nameless and is gone
     */
    public FileState file(FileId id) {
        FileState file = files.get(id);
        if (file == null) {
            throw new IllegalArgumentException("there is no " + id);
        }
        return file;
    }

    /**
     * Checks everything that must hold of any machine; tests do so after every operation.
     *
     * @throws IllegalStateException if something does not hold, and says what
     */
    public void checkInvariants() {
        Invariants.check(this);
    }
}
