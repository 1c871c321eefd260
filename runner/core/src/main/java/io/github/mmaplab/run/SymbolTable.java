package io.github.mmaplab.run;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.DescriptorId;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.model.Descriptor;
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
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the names of a scenario mean on the kernel at the moment. Processes are numbered as they are written in the file, so
 * that each has the same number in every order.
 */
final class SymbolTable {

    private final Map<String, ProcessId> numbers;
    private final FileNumbers fileNumbers;
    private final Map<String, FileId> files;
    private final Map<String, Map<String, NamedRange>> ranges = new HashMap<>();
    private final Map<String, Map<String, FileId>> opened = new HashMap<>();
    private Registers registers;

    /**
     * What has a meaning so far, as a value.
     *
     * @param files the file that each name means
     * @param ranges for each process that there has been, the ranges of its mappings
     * @param opened for each process that has opened files or inherited descriptors, the file that each was opened for last
     * @param registers what has been read into registers
     */
    record Names(
            Map<String, FileId> files,
            Map<String, Map<String, NamedRange>> ranges,
            Map<String, Map<String, FileId>> opened,
            Registers registers) {
        /** Nothing has a meaning. */
        static final Names NONE = new Names(Map.of(), Map.of(), Map.of(), Registers.NONE);

        /** The same, with other registers. */
        Names with(Registers others) {
            return registers.equals(others) ? this : new Names(files, ranges, opened, others);
        }
    }

    /**
     * A table that begins with some names.
     *
     * @param numbers the number of each process of the scenario
     * @param fileNumbers the numbers of its files
     */
    SymbolTable(Map<String, ProcessId> numbers, FileNumbers fileNumbers, Names names) {
        this.numbers = numbers;
        this.fileNumbers = fileNumbers;
        this.files = new HashMap<>(names.files());
        names.ranges().forEach((process, known) -> ranges.put(process, new LinkedHashMap<>(known)));
        names.opened().forEach((process, known) -> opened.put(process, new HashMap<>(known)));
        this.registers = names.registers();
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
        Map<String, Map<String, FileId>> descriptors = new HashMap<>();
        opened.forEach((process, known) -> descriptors.put(process, new HashMap<>(known)));
        return new Names(new HashMap<>(files), copies, descriptors, registers);
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
        registers = registers.inherited(parent, child);
        if (opened.containsKey(parent)) {
            opened.put(child, new HashMap<>(opened.get(parent)));
        }
        return add(child, known(ranges, parent));
    }

    private ProcessId add(String name, Map<String, NamedRange> known) {
        ranges.put(name, new LinkedHashMap<>(known));
        return process(name);
    }

    /** A file of the beginning; the number is the next one. */
    FileId addFile(String name) {
        FileId id = new FileId(files.size());
        files.put(name, id);
        return id;
    }

    /** The number of the file that a step makes. */
    FileId made(Step.OnFile.Target target) {
        return known(fileNumbers.made(), target.at().span());
    }

    /** The number of a name. */
    NameId nameId(String file) {
        return known(fileNumbers.names(), file);
    }

    /** The number of a descriptor. */
    DescriptorId descriptor(Descriptor descriptor) {
        return known(fileNumbers.descriptors(), descriptor.name());
    }

    /** A descriptor refers to a file from now on. */
    void open(Descriptor descriptor, FileId file) {
        opened.computeIfAbsent(descriptor.process(), none -> new HashMap<>()).put(descriptor.name(), file);
    }

    /** The file that a descriptor was opened for last, open or not; empty if it never was. */
    Optional<FileId> opened(Descriptor descriptor) {
        return Optional.ofNullable(
                opened.getOrDefault(descriptor.process(), Map.of()).get(descriptor.name()));
    }

    /** A name means a file from now on. */
    void refer(String name, FileId id) {
        files.put(name, id);
    }

    /** A name means no file any more. */
    void forget(String name) {
        files.remove(name);
    }

    /** Whether the name means a file: one that has it, or had it last and was not renamed. */
    boolean isFile(String name) {
        return files.containsKey(name);
    }

    /** Whether both names mean the same file. */
    boolean isSameFile(String name, String other) {
        return files.containsKey(name) && files.get(name).equals(files.get(other));
    }

    /** Each name means the file that has it, and no other one. */
    void restart(Function<NameId, Optional<FileId>> folder) {
        files.clear();
        fileNumbers.names().forEach((name, number) -> folder.apply(number).ifPresent(id -> files.put(name, id)));
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

    /** Keeps in a register what has been read into it. */
    void carry(Location.InRegister register, Data read) {
        registers = registers.with(register.process(), register.register(), read);
    }

    /** What is in a register; empty, if nothing has been read into it. */
    Optional<Data> carried(Location.InRegister register) {
        return registers.content(register.process(), register.register());
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

    /** The names of all files; one whose name is another one's now is called the old one. */
    Map<FileId, String> fileNames() {
        Map<FileId, String> all = new TreeMap<>();
        new TreeMap<>(files).forEach((name, id) -> all.putIfAbsent(id, name));
        fileNumbers
                .origins()
                .forEach((id, name) -> all.putIfAbsent(id, files.containsKey(name) ? "the old " + name : name));
        return all;
    }

    private static <K, V> V known(Map<K, V> map, K name) {
        V value = map.get(name);
        if (value == null) {
            throw new IllegalStateException("the reader let an unknown name through: " + name);
        }
        return value;
    }
}
