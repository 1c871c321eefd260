package io.github.mmaplab.listing;

import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.scenario.model.FileMode;
import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.model.MappingSpec;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which files each process opens at its beginning, and the variables for their descriptors. Children inherit them. */
final class Descriptors {
    private final Map<String, FileSpec> files = new HashMap<>();
    private final Names names;
    /** The variables of each process without a parent, by file and mode. */
    private final Map<String, Map<Key, String>> open = new HashMap<>();

    private record Key(String file, OpenMode mode) {}

    Descriptors(Scenario scenario, Names names) {
        this.names = names;
        scenario.files().forEach(file -> files.put(file.name(), file));
    }

    /** The descriptor by which a mapping is made. */
    String of(String root, String file, MappingSpec spec) {
        return of(root, file, mode(root, file, spec));
    }

    private OpenMode mode(String root, String file, MappingSpec spec) {
        // A private mapping is the same, however the file was opened.
        boolean any = spec.open().isEmpty() && spec.sharing() == Sharing.PRIVATE;
        return any && isOpen(root, file, OpenMode.READ_WRITE) ? OpenMode.READ_WRITE : needed(spec);
    }

    private static OpenMode needed(MappingSpec spec) {
        boolean shared = spec.sharing() == Sharing.SHARED || spec.sharing() == Sharing.SHARED_VALIDATE;
        return spec.open().orElse(spec.prot().write() && shared ? OpenMode.READ_WRITE : OpenMode.READ);
    }

    private boolean isOpen(String root, String file, OpenMode mode) {
        return open.getOrDefault(root, Map.of()).containsKey(new Key(file, mode));
    }

    /** The descriptor of a file in a mode, which the process opens for it if it has none. */
    String of(String root, String file, OpenMode mode) {
        Map<Key, String> opened = open.computeIfAbsent(root, key -> new LinkedHashMap<>());
        if (isSegment(file)) {
            return opened.computeIfAbsent(
                    new Key(file, OpenMode.READ_WRITE), key -> names.segment(file, files.size() == 1));
        }
        boolean isFirst = opened.keySet().stream().noneMatch(key -> key.file().equals(file));
        return opened.computeIfAbsent(
                new Key(file, mode),
                key -> names.descriptor(file, files.size() == 1, isFirst ? "" : "_" + mode.word()));
    }

    /** Whether a file is a System V segment, of which a process has the identifier in place of a descriptor. */
    boolean isSegment(String file) {
        FileSpec spec = files.get(file);
        return spec != null && spec.kind() == FileKind.SYSV;
    }

    /** The descriptor of a file for the program that maps nothing. */
    String outside(String file) {
        return of(Acts.OTHER, file, isReadOnly(file) ? OpenMode.READ : OpenMode.READ_WRITE);
    }

    private boolean isReadOnly(String file) {
        FileSpec spec = files.get(file);
        return spec != null && spec.mode() == FileMode.READ_ONLY;
    }

    /** A descriptor of the process through which a file can be read; empty if it has none. */
    Optional<String> readable(String root, String file) {
        return open.getOrDefault(root, Map.of()).entrySet().stream()
                .filter(each -> each.getKey().file().equals(file)
                        && each.getKey().mode().reads())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** What a process does to open its files. */
    List<Act> setup(String root) {
        List<Act> acts = new ArrayList<>();
        open.getOrDefault(root, Map.of()).forEach((key, variable) -> acts.add(opening(root, key, variable)));
        return acts;
    }

    private Act opening(String root, Key key, String variable) {
        FileSpec spec = files.get(key.file());
        FileKind kind = spec == null ? FileKind.REGULAR : spec.kind();
        if (kind == FileKind.MEMFD) {
            return Act.setup(
                    root,
                    "",
                    variable + " is a descriptor of the memfd " + key.file() + words(key.mode())
                            + ", which all processes have");
        }
        String call = spec != null && kind == FileKind.SYSV
                ? "shmget(ftok(" + Literals.string(key.file()) + ", 1), " + spec.size() + ", 0666)"
                : call(key.file(), key.mode());
        return Act.setup(root, "int " + variable + " = " + call + ";", "");
    }

    /** The mode of a descriptor, after its file; nothing if it is open for both. */
    static String words(OpenMode mode) {
        return switch (mode) {
            case READ -> ", open for reading alone";
            case WRITE -> ", open for writing alone";
            case READ_WRITE -> "";
        };
    }

    /** The call that opens a file. */
    String call(String file, OpenMode mode) {
        return call(file, mode, Flags.of());
    }

    /** The call that opens a file with some flags. */
    String call(String file, OpenMode mode, Flags flags) {
        FileSpec spec = files.get(file);
        String access = switch (mode) {
            case READ -> "O_RDONLY";
            case WRITE -> "O_WRONLY";
            case READ_WRITE -> "O_RDWR";
        };
        String flag = access + (flags.flags().isEmpty() ? "" : " | " + flags.inC());
        return spec != null && spec.kind() == FileKind.SHM
                ? "shm_open(" + Literals.string("/" + file) + ", " + flag + ", 0)"
                : "open(" + Literals.string(file) + ", " + flag + ")";
    }

    /** The call that opens a file for a mapping. */
    String opening(String file, MappingSpec spec) {
        return call(file, needed(spec));
    }

    /** Whether no process may open a file as a mapping needs it. */
    boolean isRefused(String file, MappingSpec spec) {
        return isReadOnly(file) && needed(spec) != OpenMode.READ;
    }
}
