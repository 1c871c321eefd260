package io.github.mmaplab.run;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.ProcessSpec;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the names of a scenario mean on the kernel at the moment. Processes are numbered as they are written in the file, so
 * that each has the same number in every order.
 */
final class SymbolTable {

    private final Map<String, ProcessId> numbers;
    private final Map<String, FileId> files;
    private final Map<String, Map<String, NamedRange>> ranges = new HashMap<>();

    /**
     * What has a meaning so far, as a value.
     *
     * @param files the number of each file
     * @param ranges for each process that there has been, the ranges of its mappings
     */
    record Names(Map<String, FileId> files, Map<String, Map<String, NamedRange>> ranges) {
        /** Nothing has a meaning. */
        static final Names NONE = new Names(Map.of(), Map.of());
    }

    /**
     * A table that begins with some names.
     *
     * @param numbers the number of each process of the scenario
     */
    SymbolTable(Map<String, ProcessId> numbers, Names names) {
        this.numbers = numbers;
        this.files = new HashMap<>(names.files());
        names.ranges().forEach((process, known) -> ranges.put(process, new LinkedHashMap<>(known)));
    }

    /** The number of each process of {@code scenario}. */
    static Map<String, ProcessId> numbers(Scenario scenario) {
        Map<String, ProcessId> numbers = new HashMap<>();
        for (ProcessSpec process : scenario.processes()) {
            numbers.putIfAbsent(process.name(), new ProcessId(numbers.size()));
        }
        for (Step step : scenario.stepsAsWritten()) {
            for (Step.Fork.Target target :
                    step instanceof Step.Fork fork ? fork.targets() : List.<Step.Fork.Target>of()) {
                for (Named child : target.children()) {
                    numbers.putIfAbsent(child.name(), new ProcessId(numbers.size()));
                }
            }
        }
        return numbers;
    }

    /** What has a meaning now. */
    Names names() {
        Map<String, Map<String, NamedRange>> copies = new HashMap<>();
        ranges.forEach((process, known) -> copies.put(process, new LinkedHashMap<>(known)));
        return new Names(new HashMap<>(files), copies);
    }

    /**
     * The range that a mapping's name means.
     *
     * @param start its first address
     * @param length in bytes, unsigned
     */
    record NamedRange(long start, long length) {}

    /** A new process. */
    ProcessId addProcess(String name) {
        return add(name, Map.of());
    }

    /** A child, which has all its parent's names. */
    ProcessId addChild(String parent, String child) {
        return add(child, known(ranges, parent));
    }

    private ProcessId add(String name, Map<String, NamedRange> known) {
        ranges.put(name, new LinkedHashMap<>(known));
        return process(name);
    }

    /** A new file; the number is the next one. */
    FileId addFile(String name) {
        FileId id = new FileId(files.size());
        files.put(name, id);
        return id;
    }

    /** The process of that name. */
    ProcessId process(String name) {
        return known(numbers, name);
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

    /** The names of all processes that there have been. */
    Map<ProcessId, String> processNames() {
        Map<ProcessId, String> all = new TreeMap<>();
        ranges.keySet().forEach(name -> all.put(process(name), name));
        return all;
    }

    /** Where the mappings are that have names. */
    List<Trace.Place> places() {
        List<Trace.Place> places = new ArrayList<>();
        for (Map.Entry<ProcessId, String> process : processNames().entrySet()) {
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
        Map<FileId, String> all = new TreeMap<>();
        files.forEach((name, id) -> all.put(id, name));
        return all;
    }

    private static <V> V known(Map<String, V> map, String name) {
        V value = map.get(name);
        if (value == null) {
            throw new IllegalStateException("the reader let an unknown name through: " + name);
        }
        return value;
    }
}
