package io.github.mmaplab.run;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.model.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the names of a scenario mean on the kernel at the moment. */
final class SymbolTable {

    private final Map<String, ProcessId> processes = new HashMap<>();
    private final Map<ProcessId, String> processNames = new HashMap<>();
    private final Map<String, FileId> files = new HashMap<>();
    private final Map<FileId, String> fileNames = new HashMap<>();
    private final Map<String, Map<String, NamedRange>> ranges = new HashMap<>();

    /**
     * The range that a mapping's name means.
     *
     * @param start its first address
     * @param length in bytes, unsigned
     */
    record NamedRange(long start, long length) {}

    /** A new process; the number is the next one. */
    ProcessId addProcess(String name) {
        ProcessId id = new ProcessId(processes.size());
        processes.put(name, id);
        processNames.put(id, name);
        ranges.put(name, new LinkedHashMap<>());
        return id;
    }

    /** A child, which has all its parent's names. */
    ProcessId addChild(String parent, String child) {
        ProcessId id = addProcess(child);
        ranges.put(child, new LinkedHashMap<>(known(ranges, parent)));
        return id;
    }

    /** A new file; the number is the next one. */
    FileId addFile(String name) {
        FileId id = new FileId(files.size());
        files.put(name, id);
        fileNames.put(id, name);
        return id;
    }

    /** The process of that name. */
    ProcessId process(String name) {
        return known(processes, name);
    }

    /** The file of that name. */
    FileId file(String name) {
        return known(files, name);
    }

    /** Gives a mapping's name its range. */
    void name(String process, String mapping, NamedRange range) {
        known(ranges, process).put(mapping, range);
    }

    /** Whether the mapping's name has a range. */
    boolean isNamed(String process, String mapping) {
        return known(ranges, process).containsKey(mapping);
    }

    /** The range that a location's name means. */
    NamedRange range(Location.InMemory location) {
        return known(known(ranges, location.process()), location.mapping());
    }

    /** The address of a location, modulo 2^64. */
    long address(Location.InMemory location) {
        return range(location).start() + location.offset();
    }

    /** An address relative to the nearest range at or below it that a mapping of the process names. */
    String nearestName(String process, long address, PageSize pageSize) {
        String name = "address 0x" + Long.toHexString(address);
        long nearest = Long.MIN_VALUE;
        for (Map.Entry<String, NamedRange> range : known(ranges, process).entrySet()) {
            long start = range.getValue().start();
            if (start <= address && start > nearest) {
                nearest = start;
                name = Sizes.place(range.getKey(), address - start, pageSize);
            }
        }
        return name;
    }

    /** The names of all processes. */
    Map<ProcessId, String> processNames() {
        return processNames;
    }

    /** Where the mappings are that have names. */
    List<Trace.Place> places() {
        List<Trace.Place> places = new ArrayList<>();
        for (Map.Entry<ProcessId, String> process : processNames.entrySet()) {
            for (Map.Entry<String, NamedRange> range :
                    known(ranges, process.getValue()).entrySet()) {
                places.add(new Trace.Place(
                        process.getKey(), range.getKey(), range.getValue().start()));
            }
        }
        return places;
    }

    /** The names of all files. */
    Map<FileId, String> fileNames() {
        return fileNames;
    }

    private static <V> V known(Map<String, V> map, String name) {
        V value = map.get(name);
        if (value == null) {
            throw new IllegalStateException("the reader let an unknown name through: " + name);
        }
        return value;
    }
}
