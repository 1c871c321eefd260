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
        Long length = buffers.get(root);
        if (length != null) {
            acts.add(Act.setup(root, "char " + BUFFER + "[" + length + "];", ""));
        }
        return acts;
    }
}
