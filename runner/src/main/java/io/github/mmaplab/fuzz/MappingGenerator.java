package io.github.mmaplab.fuzz;

import io.github.mmaplab.fuzz.GeneratedState.KnownFile;
import io.github.mmaplab.fuzz.GeneratedState.KnownMapping;
import io.github.mmaplab.fuzz.GeneratedState.KnownProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Generates the settings of mappings, as a scenario writes them: {@code { file: f, sharing: private }}. */
final class MappingGenerator {

    /** The numbers of the simplest mappings that {@link #simple} makes: of anonymous memory, and of a file. */
    static final List<List<Integer>> SIMPLEST = List.of(List.of(), List.of(0, 1));

    private static final String READ_WRITE = "rw";
    private static final String SHARED = "shared";

    private final Chance chance;
    private final Set<Feature> features;
    private final GeneratedState state;
    private final ArgumentGenerator arguments;

    MappingGenerator(Chance chance, Set<Feature> features, GeneratedState state, ArgumentGenerator arguments) {
        this.chance = chance;
        this.features = features;
        this.state = state;
        this.arguments = arguments;
    }

    /** A mapping that can always be made. */
    List<String> simple(KnownProcess process, int number) {
        Optional<KnownFile> file = file();
        if (file.isPresent() && file.get().isSegment()) {
            return attached(process, number, file.get(), file.get().readOnly() || chance.once(5) ? "r" : READ_WRITE);
        }
        String sharing = sharing();
        boolean noStores = file.isPresent() && file.get().readOnly() && sharing.equals(SHARED);
        String prot = noStores || chance.once(5) ? "r" : READ_WRITE;
        boolean whole = chance.once(2) && isMappedWhole(file);
        Amount length = whole ? Amount.bytes(file.get().size()) : Amount.pages(1 + chance.below(3));
        process.put(new KnownMapping(number, state.pagesOf(length), file, 0, true));
        return settings(file, sharing, prot, whole, length);
    }

    /** Any mapping. */
    List<String> any(KnownProcess process, int number) {
        Optional<String> descriptor = !process.hasDescriptors() || !chance.once(2)
                ? Optional.empty()
                : Optional.of(chance.one(process.descriptors()));
        Optional<KnownFile> file = descriptor.isPresent() ? descriptor.map(process::fileOf) : file();
        if (file.isPresent() && file.get().isSegment()) {
            return attachedAnywhere(process, number, file.get());
        }
        String sharing = oddSharing(file);
        String prot = prot();
        Amount offset = file.isPresent() ? arguments.offset() : Amount.ZERO;
        boolean whole = chance.once(3) && isMappedWhole(file) && offset.equals(Amount.ZERO);
        Amount length = whole ? Amount.bytes(file.get().size()) : arguments.newLength();
        List<String> settings = settings(file, sharing, prot, whole, length);
        descriptor.ifPresent(name -> settings.set(0, "fd: " + name));
        if (!offset.equals(Amount.ZERO)) {
            settings.add("offset: " + offset.size());
        }
        boolean placed = features.contains(Feature.FIXED) && chance.once(2) && process.hasMappings();
        boolean fixed = placed && !chance.once(12);
        if (placed) {
            settings.add((fixed ? "at: " : "hint: ") + arguments.target(process));
        }
        List<String> flags = flags(fixed);
        if (!flags.isEmpty()) {
            settings.add("flags: " + flags);
        }
        if (file.isPresent() && descriptor.isEmpty()) {
            open().ifPresent(mode -> settings.add("open: " + mode));
        }
        process.put(
                new KnownMapping(number, state.pagesOf(length), file, Math.max(0, offset.in(state.pageSize())), true));
        return settings;
    }

    /** A segment, which is attached as a whole. */
    private List<String> attached(KnownProcess process, int number, KnownFile segment, String prot) {
        Amount length = Amount.bytes(segment.size());
        process.put(new KnownMapping(number, state.pagesOf(length), Optional.of(segment), 0, true));
        return settings(Optional.of(segment), SHARED, prot, true, length);
    }

    private List<String> attachedAnywhere(KnownProcess process, int number, KnownFile segment) {
        String prot = arguments.wrong(8) ? chance.one("rx", "rwx") : chance.one(READ_WRITE, READ_WRITE, "r");
        boolean placed = features.contains(Feature.FIXED) && chance.once(2) && process.hasMappings();
        List<String> placing = new ArrayList<>();
        if (placed) {
            placing.add("at: " + arguments.target(process));
            List<String> flags = new ArrayList<>();
            if (chance.once(3)) {
                flags.add("fixed_noreplace");
            }
            if (chance.once(3)) {
                flags.add("rnd");
            }
            if (!flags.isEmpty()) {
                placing.add("flags: " + flags);
            }
        }
        List<String> settings = attached(process, number, segment, prot);
        settings.addAll(placing);
        return settings;
    }

    /** Whether the whole file can be mapped. */
    private static boolean isMappedWhole(Optional<KnownFile> file) {
        return file.isPresent() && file.get().size() > 0;
    }

    private static List<String> settings(
            Optional<KnownFile> file, String sharing, String prot, boolean whole, Amount length) {
        List<String> settings = new ArrayList<>();
        file.ifPresent(mapped -> settings.add("file: " + mapped.name()));
        settings.add("sharing: " + sharing);
        if (!prot.equals(READ_WRITE)) {
            settings.add("prot: " + prot);
        }
        if (!whole) {
            settings.add("length: " + length.size());
        }
        return settings;
    }

    /** The file that is mapped; empty for anonymous memory. */
    private Optional<KnownFile> file() {
        List<KnownFile> files = state.files().stream()
                .filter(file -> file.linked() || features.contains(Feature.ERRORS))
                .toList();
        boolean none = features.contains(Feature.ANONYMOUS) && !chance.mostly(3);
        return none || files.isEmpty() ? Optional.empty() : Optional.of(chance.named(files));
    }

    private String sharing() {
        if (!features.contains(Feature.SHARED)) {
            return "private";
        }
        return features.contains(Feature.PRIVATE) ? chance.one("private", SHARED) : SHARED;
    }

    private String oddSharing(Optional<KnownFile> file) {
        if (arguments.wrong(24)) {
            return chance.one("shared_validate", "none");
        }
        String sharing = sharing();
        return chance.once(8) && sharing.equals(SHARED) && file.isPresent() ? "shared_validate" : sharing;
    }

    private String prot() {
        return switch (chance.below(12)) {
            case 6, 7, 8 -> "r";
            case 9 -> "none";
            case 10 -> "w";
            case 11 -> executable() ? chance.one("rx", "x", "rwx") : "r";
            default -> READ_WRITE;
        };
    }

    /** Whether memory of every file can be executed on any file system. */
    boolean executable() {
        return state.files().stream().allMatch(file -> file.nameless() || file.isSegment());
    }

    private List<String> flags(boolean fixed) {
        List<String> flags = new ArrayList<>();
        if (fixed && chance.once(4)) {
            flags.add("fixed_noreplace");
        }
        if (features.contains(Feature.POPULATE) && chance.once(5)) {
            flags.add("populate");
            if (chance.once(6)) {
                flags.add("nonblock");
            }
        }
        if (chance.once(12)) {
            flags.add(chance.one("noreserve", "stack"));
        }
        return flags;
    }

    private Optional<String> open() {
        return switch (chance.below(12)) {
            case 9 -> Optional.of("rw");
            case 10 -> Optional.of(features.contains(Feature.ERRORS) ? "r" : "rw");
            case 11 -> arguments.wrong(3) ? Optional.of("w") : Optional.empty();
            default -> Optional.empty();
        };
    }
}
