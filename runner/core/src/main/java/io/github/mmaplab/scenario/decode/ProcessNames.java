package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Span;
import java.util.LinkedHashMap;
import java.util.Map;

/** A process and the names of its mappings. A child shares its parent's table until one of them adds a name. */
final class ProcessNames {
    private final Span span;
    private Map<String, Span> mappings;
    private boolean shared;
    /** Whether some of them could not be read, so that any name may be one. */
    private boolean unread;

    ProcessNames(Span span, Map<String, Span> mappings, boolean shared) {
        this.span = span;
        this.mappings = mappings;
        this.shared = shared;
    }

    /** Where the process comes into being. */
    Span span() {
        return span;
    }

    /** The names of the mappings, and where each was made. */
    Map<String, Span> mappings() {
        return mappings;
    }

    boolean isUnread() {
        return unread;
    }

    void markUnread() {
        unread = true;
    }

    /** The table, for another process: whoever adds a name to it then gets one of its own. */
    Map<String, Span> share() {
        shared = true;
        return mappings;
    }

    /** The same process with a table that both share. */
    ProcessNames copy() {
        ProcessNames copy = new ProcessNames(span, share(), true);
        copy.unread = unread;
        return copy;
    }

    void add(String name, Span at) {
        if (shared) {
            mappings = new LinkedHashMap<>(mappings);
            shared = false;
        }
        mappings.put(name, at);
    }

    /** Adds the names that {@code other} has and this has not. */
    void addAll(ProcessNames other) {
        for (Map.Entry<String, Span> mapping : other.mappings.entrySet()) {
            if (!mappings.containsKey(mapping.getKey())) {
                add(mapping.getKey(), mapping.getValue());
            }
        }
        unread |= other.unread;
    }
}
