package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.RemapFlag;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MappingSpec;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.NewMapping;
import io.github.mmaplab.scenario.model.Range;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.model.StepInfo;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the verbs that change an address space. A target that is wrong is reported and left out; whoever reads the steps
 * drops a scenario with errors.
 */
final class MemoryVerbs {
    static final List<String> MREMAP = List.of("length", "old-length", "flags", "at");

    private final Values values;
    private final Scope scope;
    private final Locations locations;
    private final Mappings mappings;
    private final Targets targets;

    MemoryVerbs(Values values, Scope scope, Locations locations, Mappings mappings, Targets targets) {
        this.values = values;
        this.scope = scope;
        this.locations = locations;
        this.mappings = mappings;
        this.targets = targets;
    }

    Step mmap(StepInfo info, Node.Scalar verb, Node value) {
        List<NewMapping> made = new ArrayList<>();
        for (Targets.Target target : targets.map(verb, value, "{ alice.r: { sharing: shared } }")) {
            Node.Scalar name = target.name();
            Node argument = target.argument();
            MappingSpec mapping = argument == null ? null : mappings.decode(name, argument);
            NewMapping added = name(name, mapping);
            if (added != null) {
                made.add(added);
            }
        }
        return new Step.Mmap(info, made);
    }

    /** Gives a mapping its name, also a mapping that is wrong: later steps may speak of it. */
    private @Nullable NewMapping name(Node.Scalar name, @Nullable MappingSpec mapping) {
        int dot = name.text().indexOf('.');
        if (dot < 0 || !Names.MAPPING.allow(name.text().substring(dot + 1))) {
            values.problems()
                    .add(
                            Code.INVALID_NAME,
                            name.span(),
                            "`" + name.text() + "` can't be the name of a new mapping",
                            "write `process.mapping`; a mapping's name is made of letters, digits and `_`");
            if (dot >= 0) {
                scope.markUnread(name.text().substring(0, dot));
            }
            return null;
        }
        Node.Scalar owner = new Node.Scalar(name.text().substring(0, dot), true, name.part(0, dot));
        Named process = locations.process(owner);
        if (process == null) {
            return null;
        }
        String mappingName = name.text().substring(dot + 1);
        scope.addMapping(process.name(), mappingName, name);
        return mapping == null ? null : new NewMapping(process.name(), mappingName, mapping, name.span());
    }

    Step mremap(StepInfo info, Node.Scalar verb, Node value) {
        List<Step.Mremap.Target> remapped = new ArrayList<>();
        for (Targets.Target target :
                targets.bareOrMap(verb, value, "{ alice.p: { length: 4 pages, flags: [maymove] } }")) {
            Fields fields = targets.fields(verb, target, MREMAP);
            if (fields == null && targets.isFlag(target.argument(), Lexicon.REMAP_FLAGS)) {
                continue;
            }
            Step.Mremap.Target remap = fields == null ? resize(target) : remap(target, fields);
            if (remap != null) {
                remapped.add(remap);
            }
        }
        return new Step.Mremap(info, remapped);
    }

    private Step.Mremap.@Nullable Target resize(Targets.Target target) {
        Range range = targets.range(target.name(), null, "old-length");
        OptionalLong length = targets.length(target.argument(), "`length`");
        return range == null || length == null
                ? null
                : new Step.Mremap.Target(range, length, Set.of(), Optional.empty(), target.span());
    }

    private Step.Mremap.@Nullable Target remap(Targets.Target target, Fields fields) {
        Range range = targets.range(target.name(), fields.get("old-length"), "old-length");
        OptionalLong length = targets.length(fields.get("length"), "`length`");
        Node.Entry flagsEntry = fields.entry("flags");
        Set<RemapFlag> flags = flagsEntry == null ? Set.of() : values.set(Lexicon.REMAP_FLAGS, flagsEntry.value());
        Node.Entry atEntry = fields.entry("at");
        Location.InMemory at = atEntry == null ? null : at(atEntry.value());
        if (range == null || length == null || flags == null || (atEntry != null && at == null)) {
            return null;
        }
        if (flags.contains(RemapFlag.FIXED) != (at != null)) {
            refuseHalf(atEntry, flagsEntry);
            return null;
        }
        return new Step.Mremap.Target(range, length, flags, Optional.ofNullable(at), target.span());
    }

    private Location.@Nullable InMemory at(Node node) {
        Node.Scalar scalar = values.shapes().scalar(node, "`at`", "a location in memory: alice.q");
        return scalar == null ? null : locations.memory(scalar);
    }

    private void refuseHalf(Node.@Nullable Entry at, Node.@Nullable Entry flags) {
        if (at != null) {
            values.problems()
                    .add(
                            Code.KEYS_DISAGREE,
                            at.key().span(),
                            "`at` means nothing to mremap(2) without the flag `fixed`",
                            "write `flags: [maymove, fixed]`");
        } else if (flags != null) {
            values.problems()
                    .add(
                            Code.KEYS_DISAGREE,
                            flags.key().span(),
                            "the flag `fixed` needs the key `at`",
                            "write where the range goes: `at: alice.q`");
        }
    }
}
