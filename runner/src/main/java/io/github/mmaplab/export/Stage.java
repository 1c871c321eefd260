package io.github.mmaplab.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be known of the scenario's world while its program is written, if every step comes to what it is expected to:
 * how long files and named ranges are, who is whose child, and who has ended.
 */
final class Stage {

    private final Map<String, Long> sizes = new HashMap<>();
    private final Map<String, Map<String, Long>> lengths = new LinkedHashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Set<String> ended = new HashSet<>();

    /** A process comes onto the stage; a child has its parent's names. */
    void enter(String process, String parent) {
        lengths.put(process, new LinkedHashMap<>(lengths.getOrDefault(parent, Map.of())));
        parents.put(process, parent);
    }

    /** A process leaves. */
    void leave(String process) {
        ended.add(process);
    }

    /** Whether a process has ended. */
    boolean hasEnded(String process) {
        return ended.contains(process);
    }

    /** The processes that have not ended, in the order in which they entered. */
    List<String> present() {
        List<String> present = new ArrayList<>(lengths.keySet());
        present.removeAll(ended);
        return present;
    }

    /** Who learns how a process ended: its parent, or somebody outside in its place. */
    String keeper(String process) {
        String parent = parents.getOrDefault(process, Script.OUTSIDE);
        return ended.contains(parent) ? Script.OUTSIDE : parent;
    }

    /** Whether the parent of a process has ended. */
    boolean isOrphan(String process) {
        return ended.contains(parents.getOrDefault(process, Script.OUTSIDE));
    }

    /** The names that a process has for its mappings. */
    Set<String> mappings(String process) {
        return lengths.getOrDefault(process, Map.of()).keySet();
    }

    /** How long the range is that a name stands for, in bytes, unsigned. */
    long length(String process, String mapping) {
        return lengths.getOrDefault(process, Map.of()).getOrDefault(mapping, 0L);
    }

    /** Lets a name stand for a range. */
    void name(String process, String mapping, long length) {
        lengths.computeIfAbsent(process, key -> new LinkedHashMap<>()).put(mapping, length);
    }

    /** How long a file is, in bytes, unsigned. */
    long size(String file) {
        return sizes.getOrDefault(file, 0L);
    }

    /** Sets how long a file is. */
    void size(String file, long size) {
        sizes.put(file, size);
    }
}
