package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.OpenFlag;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.TransferCall;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Suggestions;
import io.github.mmaplab.scenario.model.Descriptor;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.Range;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.model.StepInfo;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the verbs that are about file descriptors. A target that is wrong is reported and left out. */
final class DescriptorVerbs {
    /** The keys of what is opened. */
    static final List<String> OPEN = List.of("file", "mode", "flags");

    private static final String FILE = "{ alice.log: { file: data.txt, mode: rw } }";

    private final Values values;
    private final Scope scope;
    private final Locations locations;
    private final Targets targets;

    DescriptorVerbs(Values values, Scope scope, Locations locations, Targets targets) {
        this.values = values;
        this.scope = scope;
        this.locations = locations;
        this.targets = targets;
    }

    Step open(StepInfo info, Node.Scalar verb, Node value) {
        List<Step.Open.Target> opened = new ArrayList<>();
        for (Targets.Target target : targets.map(verb, value, FILE)) {
            Fields fields = targets.fields(verb, target, OPEN);
            if (fields == null) {
                refuseArgument(target, "how `" + target.name().text() + "` is opened", FILE);
                continue;
            }
            Node written = fields.require("file", "`file: data.txt`");
            Node.Scalar name = written == null ? null : values.shapes().scalar(written, "`file`", "a file's name");
            Named file = name == null ? null : locations.fileName(name);
            Node mode = fields.get("mode");
            OpenMode how = mode == null ? OpenMode.READ_WRITE : values.word(Lexicon.OPEN_MODES, mode, "`mode`");
            Flags flags = flags(fields.get("flags"));
            Descriptor descriptor = named(target.name(), file == null ? "" : file.name());
            if (descriptor != null && file != null && how != null && flags != null) {
                opened.add(new Step.Open.Target(descriptor, file.name(), how, flags, target.span()));
            }
        }
        return new Step.Open(info, opened);
    }

    /** Reports what is written where a map has to be. */
    private void refuseArgument(Targets.Target target, String what, String example) {
        if (target.argument() != null) {
            values.shapes().mapping(target.argument(), what, example);
        }
    }

    private @Nullable Flags flags(@Nullable Node flags) {
        Set<OpenFlag> set = flags == null ? Set.of() : values.set(Lexicon.OPEN_FLAGS, flags);
        return set == null ? null : Flags.of(set);
    }

    /** pread(2) and pwrite(2). */
    Step transfer(TransferCall call, StepInfo info, Node.Scalar verb, Node value) {
        List<Step.Transfer.Target> moved = new ArrayList<>();
        String example = "{ alice.log: { " + call.key() + ": alice.p, length: 10, offset: 4 } }";
        for (Targets.Target target : targets.map(verb, value, example)) {
            Descriptor descriptor = locations.descriptor(target.name());
            Fields fields = targets.fields(verb, target, transferKeys(call));
            if (fields == null) {
                refuseArgument(target, "what `" + verb.text() + "` is given", example);
                continue;
            }
            Node written = fields.require(call.key(), "`" + call.key() + ": alice.p`");
            Node.Scalar name = written == null
                    ? null
                    : values.shapes().scalar(written, "`" + call.key() + "`", "a location in memory: alice.p");
            Range buffer = name == null ? null : targets.range(name, fields.get("length"), "length");
            OptionalLong offset = targets.length(fields.get("offset"), "`offset`");
            if (descriptor != null && buffer != null && offset != null && isOwn(descriptor, buffer.from())) {
                String file = Objects.requireNonNull(scope.fileOfDescriptor(descriptor.process(), descriptor.name()));
                moved.add(new Step.Transfer.Target(descriptor, file, buffer, offset.orElse(0), target.span()));
            }
        }
        return new Step.Transfer(info, call, moved);
    }

    /** The keys of what is moved. */
    static List<String> transferKeys(TransferCall call) {
        return List.of(call.key(), "length", "offset");
    }

    private boolean isOwn(Descriptor descriptor, Location.InMemory buffer) {
        if (!descriptor.process().equals(buffer.process())) {
            values.problems()
                    .add(
                            Code.WRONG_KIND_OF_NAME,
                            buffer.span(),
                            "`" + buffer.written() + "` is memory of another process than `" + descriptor.written()
                                    + "`",
                            "a process reads into its own memory, and writes what is there");
        }
        return descriptor.process().equals(buffer.process());
    }

    @Nullable
    Step close(StepInfo info, Node.Scalar verb, Node value) {
        List<Targets.Target> one = targets.bare(verb, value, "alice.log");
        Descriptor descriptor =
                one.isEmpty() ? null : locations.descriptor(one.get(0).name());
        return descriptor == null ? null : new Step.Close(info, descriptor);
    }

    Step dup(StepInfo info, Node.Scalar verb, Node value) {
        List<Step.Dup.Target> copies = new ArrayList<>();
        for (Targets.Target target : targets.map(verb, value, "{ alice.two: alice.log }")) {
            Node.Scalar of = target.argument() == null
                    ? null
                    : values.shapes().scalar(target.argument(), "what is duplicated", "a descriptor: alice.log");
            Descriptor original = of == null ? null : locations.descriptor(of);
            String file = original == null ? null : scope.fileOfDescriptor(original.process(), original.name());
            Descriptor copy = named(target.name(), file == null ? "" : file);
            if (original != null && copy != null && isOfOneProcess(copy, original)) {
                copies.add(new Step.Dup.Target(copy, original, target.span()));
            }
        }
        return new Step.Dup(info, copies);
    }

    private boolean isOfOneProcess(Descriptor copy, Descriptor original) {
        if (!copy.process().equals(original.process())) {
            values.problems()
                    .add(
                            Code.WRONG_KIND_OF_NAME,
                            original.span(),
                            "`" + original.written() + "` is a descriptor of another process than `" + copy.written()
                                    + "`",
                            "a process duplicates its own descriptors, and a child has those of its parent");
            return false;
        }
        return true;
    }

    /** Gives a descriptor its name, also one that is wrong: later steps may speak of it. */
    private @Nullable Descriptor named(Node.Scalar name, String file) {
        int dot = name.text().indexOf('.');
        if (dot < 0 || !Names.MAPPING.allow(name.text().substring(dot + 1))) {
            values.problems()
                    .add(
                            Code.INVALID_NAME,
                            name.span(),
                            "`" + name.text() + "` can't be the name of a descriptor",
                            "write `process.descriptor`; its name is made of letters, digits and `_`");
            return null;
        }
        Named process = locations.process(new Node.Scalar(name.text().substring(0, dot), true, name.part(0, dot)));
        String own = name.text().substring(dot + 1);
        return process != null && scope.addDescriptor(process.name(), own, name, file)
                ? new Descriptor(process.name(), own, name.span())
                : null;
    }

    /** Which descriptors a process has, in words. */
    static String known(String process, List<String> descriptors) {
        return descriptors.isEmpty()
                ? "`" + process + "` has no descriptors: write `- open: { " + process
                        + ".log: { file: data.txt } }` before"
                : "it has: " + Suggestions.list(descriptors);
    }
}
