package io.github.mmaplab.listing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The variables that values are read into, which are declared only where they are used. */
final class Scratch {
    private static final String CHARACTER = "c";
    private static final String BUFFER = "buf";

    private final Set<String> characters = new HashSet<>();
    private final Map<String, Long> buffers = new TreeMap<>();
    /** For each process that no other one has forked, its registers, as they are declared. */
    private final Map<String, Map<String, String>> registers = new TreeMap<>();

    /** The variable for a register of one byte. */
    String register(String root, String name) {
        return register(root, name, 1);
    }

    /** The variable for a register. */
    String register(String root, String name, int length) {
        registers
                .computeIfAbsent(root, none -> new TreeMap<>())
                .put(name, name + (length == 1 ? "" : "[" + length + "]"));
        return name;
    }

    /** The variable for a byte. */
    String character(String root) {
        characters.add(root);
        return CHARACTER;
    }

    /** The variable for several bytes. */
    String buffer(String root, long length) {
        buffers.merge(root, length, Math::max);
        return BUFFER;
    }

    /** The declarations of a process. */
    List<Act> declared(String root) {
        List<Act> acts = new ArrayList<>();
        if (characters.contains(root)) {
            acts.add(Act.setup(root, "volatile char " + CHARACTER + ";", ""));
        }
        Map<String, String> carried = registers.getOrDefault(root, Map.of());
        if (!carried.isEmpty()) {
            acts.add(Act.setup(root, "char " + String.join(", ", carried.values()) + ";", ""));
        }
        Long length = buffers.get(root);
        if (length != null) {
            acts.add(Act.setup(root, "char " + BUFFER + "[" + length + "];", ""));
        }
        return acts;
    }
}
