package io.github.mmaplab.explain;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.ProcessState;
import io.github.mmaplab.kernel.memory.Mapping;
import java.util.ArrayList;
import java.util.List;

/**
 * What a question looks at: places in memory, and parts of files.
 *
 * @param spots places in memory
 * @param parts parts of files, those among them that the places show at the end
 */
record Watch(List<Spot> spots, List<Part> parts) {
    /** Nothing in particular. */
    static final Watch NOTHING = new Watch(List.of(), List.of());

    /** Copies the lists. */
    Watch {
        spots = List.copyOf(spots);
        parts = List.copyOf(parts);
    }

    /** A stretch of a process's memory. */
    record Spot(ProcessId process, long address, long length) {
        boolean overlaps(long start, long count) {
            return count > 0 && address < start + count && start < address + length;
        }
    }

    /** A stretch of a file. */
    record Part(FileId file, long offset, long length) {
        boolean overlaps(FileId other, long start, long count) {
            return file.equals(other) && count > 0 && offset < start + count && start < offset + length;
        }
    }

    /** Memory, and what of files it shows on {@code machine}. */
    static Watch of(Machine machine, List<Spot> spots) {
        List<Part> parts = new ArrayList<>();
        for (Spot spot : spots) {
            ProcessState process = machine.processes().get(spot.process());
            List<Mapping> mappings = process == null
                    ? List.of()
                    : process.space().overlapping(spot.address(), spot.address() + spot.length());
            for (Mapping mapping : mappings) {
                FileId file = mapping.file();
                long from = Math.max(mapping.start(), spot.address());
                long to = Math.min(mapping.end(), spot.address() + spot.length());
                if (file != null) {
                    parts.add(new Part(file, mapping.offset() + (from - mapping.start()), to - from));
                }
            }
        }
        return new Watch(spots, parts);
    }

    /** A stretch of a file alone. */
    static Watch of(FileId file, long offset, long length) {
        return new Watch(List.of(), List.of(new Part(file, offset, length)));
    }

    /** Whether a stretch of a file is looked at. */
    boolean shows(FileId file, long offset, long length) {
        return parts.stream().anyMatch(part -> part.overlaps(file, offset, length));
    }

    /** Whether a stretch of addresses is looked at, in whichever process. */
    boolean hasAddress(long start, long length) {
        return spots.stream().anyMatch(spot -> spot.overlaps(start, length));
    }

    /** Whether anything of a file is looked at. */
    boolean concerns(FileId file) {
        return parts.stream().anyMatch(part -> part.file().equals(file));
    }
}
