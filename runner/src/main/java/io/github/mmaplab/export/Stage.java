package io.github.mmaplab.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known about files, ranges and processes while the program is written, if every step has its expected outcome:
 * sizes of files, lengths of named ranges, parents, and which processes have ended.
 */
final class Stage {

    private final Map<String, Long> sizes = new HashMap<>();
    private final Map<String, Map<String, Long>> lengths = new LinkedHashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private final Set<String> kept = new HashSet<>();

    /** A process starts. A child has the names of its parent. */
    void enter(String process, String parent) {
        lengths.put(process, new LinkedHashMap<>(lengths.getOrDefault(parent, Map.of())));
        parents.put(process, parent);
    }

    /** A process ends. */
    void leave(String process) {
        ended.add(process);
    }

    /** Whether a process has ended. */
    boolean hasEnded(String process) {
        return ended.contains(process);
    }

    /** The processes that have not ended, in the order in which they started. */
    List<String> present() {
        List<String> present = new ArrayList<>(lengths.keySet());
        present.removeAll(ended);
        return present;
    }

    /** The process that learns how another ended: its parent, or the one outside the scenario. */
    String reaper(String process) {
        String parent = parents.getOrDefault(process, ProgramBody.OUTSIDE);
        return ended.contains(parent) ? ProgramBody.OUTSIDE : parent;
    }

    /** Whether the parent of a process has ended. */
    boolean isOrphan(String process) {
        return ended.contains(parents.getOrDefault(process, ProgramBody.OUTSIDE));
    }

    /** The names that a process has for its mappings. */
    Set<String> mappings(String process) {
        return lengths.getOrDefault(process, Map.of()).keySet();
    }

    /** The length of the range that a name refers to, in bytes, unsigned. */
    long length(String process, String mapping) {
        return lengths.getOrDefault(process, Map.of()).getOrDefault(mapping, 0L);
    }

    /** Makes a name refer to a range. */
    void name(String process, String mapping, long length) {
        lengths.computeIfAbsent(process, key -> new LinkedHashMap<>()).put(mapping, length);
    }

    /** A file cannot become longer any more. */
    void keepFromGrowing(String file) {
        kept.add(file);
    }

    /** Whether a file cannot become longer any more. */
    boolean isKeptFromGrowing(String file) {
        return kept.contains(file);
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
