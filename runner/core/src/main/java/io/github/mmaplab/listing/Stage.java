package io.github.mmaplab.listing;

import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What the names of a scenario refer to at a moment, as it is written: nothing is played. */
final class Stage {
    private final Map<String, Map<String, Long>> lengths = new HashMap<>();
    private final Map<String, Long> sizes = new HashMap<>();
    private final Set<String> replaced = new HashSet<>();
    private final Set<String> ended = new HashSet<>();

    /** The files of a scenario at its beginning. */
    Stage(Scenario scenario) {
        for (FileSpec file : scenario.files()) {
            sizes.put(file.name(), file.size());
        }
    }

    /** A process begins. A child has the names of its parent. */
    void enter(String process, String parent) {
        lengths.put(process, new LinkedHashMap<>(lengths.getOrDefault(parent, Map.of())));
        if (replaced.contains(parent)) {
            replaced.add(process);
        }
    }

    /** A process executes another program, which has none of its variables. */
    void replace(String process) {
        replaced.add(process);
    }

    /** Whether a process executes another program than the one shown. */
    boolean isReplaced(String process) {
        return replaced.contains(process);
    }

    /** A process ends. */
    void leave(String process) {
        ended.add(process);
    }

    /** Whether a process has not ended. */
    boolean isPresent(String process) {
        return !ended.contains(process);
    }

    /** Whether a process has a name for a mapping. */
    boolean has(String process, String mapping) {
        return lengths.getOrDefault(process, Map.of()).containsKey(mapping);
    }

    /** The length of the range that a name refers to, in bytes, unsigned. */
    long length(String process, String mapping) {
        return lengths.getOrDefault(process, Map.of()).getOrDefault(mapping, 0L);
    }

    /** Makes a name refer to a range. */
    void name(String process, String mapping, long length) {
        lengths.computeIfAbsent(process, key -> new LinkedHashMap<>()).put(mapping, length);
    }

    /** The size of a file in bytes, unsigned. */
    long size(String file) {
        return sizes.getOrDefault(file, 0L);
    }

    /** Sets the size of a file. */
    void size(String file, long size) {
        sizes.put(file, size);
    }
}
