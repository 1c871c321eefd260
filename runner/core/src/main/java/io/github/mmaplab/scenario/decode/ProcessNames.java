package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A process and the names of its mappings, registers and descriptors. A child shares its parent's table until one of them adds a name. */
final class ProcessNames {
    private final Span span;
    private Map<String, Birth> names;
    private boolean shared;
    /** Whether some of them could not be read, so that any name may be one. */
    private boolean unread;

    /** What a name can mean. */
    enum Kind {
        MAPPING("mapping"),
        REGISTER("register"),
        DESCRIPTOR("descriptor");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** What it is called. */
        String word() {
            return word;
        }
    }

    /**
     * Where a name is made.
     *
     * @param bytes how many bytes the register has; 0 for others
     * @param file by which name the file of the descriptor was opened; empty for others
     */
    record Birth(Span span, Kind kind, int bytes, String file) {
        static Birth mapping(Span span) {
            return new Birth(span, Kind.MAPPING, 0, "");
        }

        static Birth register(Span span, int bytes) {
            return new Birth(span, Kind.REGISTER, bytes, "");
        }

        static Birth descriptor(Span span, String file) {
            return new Birth(span, Kind.DESCRIPTOR, 0, file);
        }
    }

    ProcessNames(Span span, Map<String, Birth> names, boolean shared) {
        this.span = span;
        this.names = names;
        this.shared = shared;
    }

    /** Where the process comes into being. */
    Span span() {
        return span;
    }

    /** What has that name; or null. */
    @Nullable
    Birth get(String name) {
        return names.get(name);
    }

    /** The names of one kind. */
    List<String> names(Kind kind) {
        return names.entrySet().stream()
                .filter(name -> name.getValue().kind() == kind)
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean isUnread() {
        return unread;
    }

    void markUnread() {
        unread = true;
    }

    /** The table, for another process: whoever adds a name to it then gets one of its own. */
    Map<String, Birth> share() {
        shared = true;
        return names;
    }

    /** The same process with a table that both share. */
    ProcessNames copy() {
        ProcessNames copy = new ProcessNames(span, share(), true);
        copy.unread = unread;
        return copy;
    }

    void add(String name, Birth birth) {
        if (shared) {
            names = new LinkedHashMap<>(names);
            shared = false;
        }
        names.put(name, birth);
    }

    /** Adds the names that {@code other} has and this has not. */
    void addAll(ProcessNames other) {
        other.names.forEach((name, birth) -> {
            if (!names.containsKey(name)) {
                add(name, birth);
            }
        });
        unread |= other.unread;
    }
}
