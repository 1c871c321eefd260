package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.scenario.model.Descriptor;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MappingSpec;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a mapping is made of: the arguments of mmap(2). */
final class Mappings {
    static final List<String> KEYS =
            List.of("file", "sharing", "prot", "offset", "length", "at", "hint", "flags", "open", "fd");
    private static final String EXAMPLE = "{ file: data.txt, sharing: private }";

    private final Values values;
    private final Scope scope;
    private final Locations locations;

    Mappings(Values values, Scope scope, Locations locations) {
        this.values = values;
        this.scope = scope;
        this.locations = locations;
    }

    /** Whether a node has the keys of a mapping and no others. */
    static boolean isMapping(Node node) {
        if (!(node instanceof Node.Mapping map)) {
            return false;
        }
        boolean named = false;
        for (Node.Entry entry : map.entries()) {
            String key = entry.key().text();
            if (!KEYS.contains(key) || entry.value() instanceof Node.Mapping) {
                return false;
            }
            named |= key.equals("sharing") || key.equals("file") || key.equals("fd");
        }
        return named;
    }

    /** The mapping that is written behind {@code name}, or null for what is reported. */
    @Nullable
    MappingSpec decode(Node.Scalar name, Node node) {
        Node.Mapping map = values.shapes().mapping(node, "the mapping `" + name.text() + "`", EXAMPLE);
        if (map == null) {
            return null;
        }
        int before = values.problems().errors();
        boolean inStep = name.text().indexOf('.') >= 0;
        Fields fields =
                new Fields(values.problems(), "a mapping", name.span(), inStep ? map : withoutOutcomes(map), KEYS);
        Sharing sharing = sharing(fields);
        Optional<Descriptor> fd = descriptor(name, fields);
        Optional<String> file = fd.isPresent()
                ? Optional.ofNullable(
                        scope.fileOfDescriptor(fd.get().process(), fd.get().name()))
                : file(fields);
        Protection prot = prot(fields);
        OptionalLong offset = size(fields, "offset");
        OptionalLong length = size(fields, "length");
        Optional<Location.InMemory> at = place(fields, "at");
        Optional<Location.InMemory> hint = place(fields, "hint");
        Set<MapFlag> flags = flags(fields);
        refuseHint(fields, flags);
        Optional<OpenMode> open = open(fields);
        if (sharing == null
                || prot == null
                || flags == null
                || values.problems().errors() > before) {
            return null;
        }
        return new MappingSpec(file, fd, sharing, prot, offset.orElse(0), length, at, hint, flags, open, map.span());
    }

    /** What is made before the first step has no outcome but success. */
    private Node.Mapping withoutOutcomes(Node.Mapping map) {
        List<Node.Entry> others = new ArrayList<>(map.entries().size());
        for (Node.Entry entry : map.entries()) {
            String key = entry.key().text();
            if (!Outcomes.KEYS.contains(key)) {
                others.add(entry);
                continue;
            }
            values.problems()
                    .add(
                            Code.WRONG_LEVEL,
                            entry.key().span(),
                            "`" + key + "` is not allowed for a mapping under `processes`, which must succeed",
                            "make the mapping in a step, `- mmap: { alice.p: { ... } }`, and write `" + key
                                    + "` beside `mmap`");
        }
        return new Node.Mapping(others, map.span());
    }

    private @Nullable Sharing sharing(Fields fields) {
        Node node = fields.require("sharing", "`sharing: private` or `sharing: shared`");
        return node == null ? null : values.word(Lexicon.SHARINGS, node, "`sharing`");
    }

    private Optional<String> file(Fields fields) {
        Node node = fields.get("file");
        Node.Scalar scalar = node == null ? null : values.shapes().scalar(node, "`file`", "a file's name");
        Named file = scalar == null ? null : locations.fileName(scalar);
        return file == null ? Optional.empty() : Optional.of(file.name());
    }

    /** The descriptor of the process that makes the mapping. */
    private Optional<Descriptor> descriptor(Node.Scalar mapping, Fields fields) {
        Node.Entry entry = fields.entry("fd");
        Node.Scalar name = entry == null
                ? null
                : values.shapes().scalar(entry.value(), "`fd`", "the name of a descriptor of this process: `fd: log`");
        if (entry == null || name == null) {
            return Optional.empty();
        }
        for (String other : List.of("file", "open")) {
            if (fields.get(other) != null) {
                values.problems()
                        .add(
                                Code.KEYS_DISAGREE,
                                entry.key().span(),
                                "a mapping through a descriptor has no `" + other + "`: the descriptor has",
                                "leave out `" + other + "`, or `fd`");
            }
        }
        int dot = mapping.text().indexOf('.');
        if (dot < 0) {
            values.problems()
                    .add(
                            Code.NOT_YET,
                            name.span(),
                            "no descriptor is open before the first step",
                            "make the mapping in a step, after `open`");
            return Optional.empty();
        }
        String process = mapping.text().substring(0, dot);
        Node.Scalar whole = new Node.Scalar(process + "." + name.text(), true, name.span());
        return scope.hasProcess(process) ? Optional.ofNullable(locations.descriptor(whole)) : Optional.empty();
    }

    private @Nullable Protection prot(Fields fields) {
        Node node = fields.get("prot");
        return node == null ? Protection.READ_WRITE : values.prot(node, "`prot`");
    }

    private OptionalLong size(Fields fields, String key) {
        Node node = fields.get(key);
        Long size = node == null ? null : values.size(node, "`" + key + "`");
        return size == null ? OptionalLong.empty() : OptionalLong.of(size);
    }

    /** A hint is what the address is without MAP_FIXED and MAP_FIXED_NOREPLACE. */
    private void refuseHint(Fields fields, @Nullable Set<MapFlag> flags) {
        Node.Entry hint = fields.entry("hint");
        boolean isFixed = fields.get("at") != null || (flags != null && flags.contains(MapFlag.FIXED_NOREPLACE));
        if (hint != null && isFixed) {
            values.problems()
                    .add(
                            Code.KEYS_DISAGREE,
                            hint.key().span(),
                            "`hint` is an address that the kernel may pass over, and this mapping has a fixed one",
                            "leave out `hint`, or else `at` and the flag fixed_noreplace");
        }
    }

    private Optional<Location.InMemory> place(Fields fields, String key) {
        Node node = fields.get(key);
        Node.Scalar scalar = node == null
                ? null
                : values.shapes().scalar(node, "`" + key + "`", "a location in memory: alice.p + 1 page");
        return scalar == null ? Optional.empty() : Optional.ofNullable(locations.memory(scalar));
    }

    private Optional<OpenMode> open(Fields fields) {
        Node.Entry open = fields.entry("open");
        if (open == null) {
            return Optional.empty();
        }
        if (fields.get("file") == null) {
            values.problems()
                    .add(
                            Code.KEYS_DISAGREE,
                            open.key().span(),
                            "`open` says how a file is opened, and this mapping has none",
                            "add `file`, or leave `open` out");
        }
        return Optional.ofNullable(values.word(Lexicon.OPEN_MODES, open.value(), "`open`"));
    }

    private @Nullable Set<MapFlag> flags(Fields fields) {
        Node node = fields.get("flags");
        return node == null ? Set.of() : values.set(Lexicon.MAP_FLAGS, node);
    }
}
