package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.ArgumentKind;
import io.github.mmaplab.abi.Call;
import io.github.mmaplab.abi.Constant;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.FileName;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.HeapLength;
import io.github.mmaplab.abi.Limit;
import io.github.mmaplab.abi.ProcessCall;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.abi.Resource;
import io.github.mmaplab.abi.Seal;
import io.github.mmaplab.abi.Undefined;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.scenario.model.Descriptor;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.Range;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.model.StepInfo;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the calls over a range, on a file, and for all memory of a process. A target that is wrong is reported and left out. */
final class CallVerbs {
    /** The folder that the files are in, which {@code sync} can be applied to. */
    static final String FOLDER = "folder";

    private static final String LENGTH = "length";

    /** From here on, no number will be an advice soon: there are about a hundred. */
    private static final long UNDEFINED_ADVICE = 1000;

    private static final String LIMIT_EXAMPLE = "{ alice: { address-space: 10 pages } }";

    private final Values values;
    private final Locations locations;
    private final Targets targets;
    private final Scope scope;

    CallVerbs(Values values, Scope scope, Locations locations, Targets targets) {
        this.values = values;
        this.scope = scope;
        this.locations = locations;
        this.targets = targets;
    }

    /** All calls: those over a range, those on a file, and those for all memory of a process. */
    static List<Call> calls() {
        List<Call> calls = new ArrayList<>(List.of(RangeCall.values()));
        calls.addAll(List.of(FileCall.values()));
        calls.addAll(List.of(ProcessCall.values()));
        return calls;
    }

    /** The keys of the arguments of a call. */
    static List<String> keys(Call call) {
        if (call instanceof ProcessCall) {
            return call.takes() == ArgumentKind.LIMIT
                    ? Arrays.stream(Resource.values()).map(Resource::word).toList()
                    : List.of();
        }
        boolean isAlone = call instanceof FileCall && call.takes().isRequired();
        String key = isAlone ? "" : call.takes().key();
        return key.isEmpty() ? List.of(LENGTH) : List.of(key, LENGTH);
    }

    /** The call that a verb is, or null. */
    static @Nullable Call call(String verb) {
        for (Call call : calls()) {
            if (call.word().equals(verb)) {
                return call;
            }
        }
        return null;
    }

    Step decode(Call call, StepInfo info, Node.Scalar verb, Node value) {
        if (call instanceof ProcessCall onProcess) {
            return onProcess(onProcess, info, verb, value);
        }
        return call instanceof FileCall onFile
                ? onFile(onFile, info, verb, value)
                : onRange((RangeCall) call, info, verb, value);
    }

    private Step onRange(RangeCall call, StepInfo info, Node.Scalar verb, Node value) {
        List<Step.OnRange.Target> decoded = new ArrayList<>();
        for (Targets.Target target : targets(call, verb, value)) {
            Fields fields = targets.fields(verb, target, keys(call));
            Node alone = fields == null ? target.argument() : null;
            if (flagAlone(call, alone)) {
                continue;
            }
            boolean isLength = !call.takes().isRequired();
            Node length = fields == null ? (isLength ? alone : null) : fields.get(LENGTH);
            Range range = call.takesLength() ? targets.range(target.name(), length, LENGTH) : place(target.name());
            Argument argument = argument(call, fields, isLength ? null : alone);
            if (range != null && argument != null) {
                decoded.add(new Step.OnRange.Target(range, argument, target.span()));
            }
        }
        return new Step.OnRange(info, call, decoded);
    }

    /** What a call without a length is applied to: a whole range, or the page that an address in it or past it is on. */
    private @Nullable Range place(Node.Scalar name) {
        Location.InMemory at = locations.memory(name);
        return at == null
                ? null
                : new Range(at, at.offset() == 0 ? OptionalLong.empty() : OptionalLong.of(values.pageSize()));
    }

    private Step onFile(FileCall call, StepInfo info, Node.Scalar verb, Node value) {
        if (call == FileCall.SYNC
                && value instanceof Node.Scalar name
                && name.text().equals(FOLDER)) {
            return new Step.SyncFolder(info);
        }
        List<Step.OnFile.Target> decoded = new ArrayList<>();
        for (Targets.Target target : targets(call, verb, value)) {
            boolean isRange = call.extent() == FileCall.Extent.RANGE;
            boolean isAlone = call.takes().isRequired(); // where the argument has no key
            Optional<Descriptor> through = call.takesName() ? Optional.empty() : locations.through(target.name());
            Location.InFile at = through.isPresent()
                    ? locations.ofDescriptor(target.name(), isRange)
                    : isRange ? locations.file(target.name()) : locations.wholeFile(target.name());
            Fields fields = isRange ? targets.fields(verb, target, keys(call)) : null;
            Node alone = fields == null ? target.argument() : null;
            if (flagAlone(call, alone)) {
                continue;
            }
            Node written = isAlone ? null : fields == null ? alone : fields.get(LENGTH);
            OptionalLong length = targets.length(written, isRange ? "`length`" : "the new size");
            Argument argument = argument(call, fields, isAlone ? alone : null);
            if (at != null && length != null && argument != null) {
                decoded.add(new Step.OnFile.Target(at, through, length, argument, target.span()));
            }
        }
        return new Step.OnFile(info, call, decoded);
    }

    private Step onProcess(ProcessCall call, StepInfo info, Node.Scalar verb, Node value) {
        List<Step.OnProcess.Target> decoded = new ArrayList<>();
        for (Targets.Target target : targets(call, verb, value)) {
            Named process = locations.process(target.name());
            for (Argument argument : arguments(call, verb, target)) {
                if (process != null) {
                    if (call == ProcessCall.BRK) {
                        scope.addMapping(process.name(), HeapLength.HEAP, target.name());
                    }
                    decoded.add(new Step.OnProcess.Target(process, argument, target.span()));
                }
            }
        }
        return new Step.OnProcess(info, call, decoded);
    }

    private List<Targets.Target> targets(ProcessCall call, Node.Scalar verb, Node value) {
        ArgumentKind kind = call.takes();
        if (kind == ArgumentKind.NONE) {
            return targets.bare(verb, value, "alice");
        }
        String example = kind == ArgumentKind.LIMIT ? LIMIT_EXAMPLE : "{ alice: [current, future] }";
        return targets.map(verb, value, kind == ArgumentKind.HEAP ? "{ alice: 3 pages }" : example);
    }

    /** What a call is made with, one call after another; none, where that is reported. */
    private List<Argument> arguments(ProcessCall call, Node.Scalar verb, Targets.Target target) {
        Node written = target.argument();
        if (written == null) {
            return List.of(Argument.NONE);
        }
        if (call.takes() instanceof ArgumentKind.OfFlags<?> flags) {
            Argument set = flags(call, flags, written);
            return set == null ? List.of() : List.of(set);
        }
        if (call.takes() == ArgumentKind.HEAP) {
            Long bytes = values.size(written, "the length of the heap");
            return bytes == null ? List.of() : List.of(new HeapLength(bytes));
        }
        List<Argument> limits = new ArrayList<>();
        if (!(written instanceof Node.Mapping map)) {
            values.shapes()
                    .refuse(written, "what `" + verb.text() + "` is given", "a map", "`limit: " + LIMIT_EXAMPLE + "`");
            return limits;
        }
        for (Node.Entry entry : map.entries()) {
            Resource resource = values.word(Lexicon.RESOURCES, entry.key(), "what is limited");
            Long bytes = values.size(entry.value(), "a limit");
            if (resource != null && bytes != null) {
                limits.add(new Limit(resource, bytes));
            }
        }
        return limits;
    }

    private List<Targets.Target> targets(FileCall call, Node.Scalar verb, Node value) {
        return switch (call.extent()) {
            case FILE ->
                call.takes() == ArgumentKind.NAME
                        ? targets.map(verb, value, "{ new.txt: data.txt }")
                        : targets.bare(verb, value, "data.txt");
            case SIZE -> targets.map(verb, value, "{ data.txt: 1 page }");
            case RANGE -> targets.bareOrMap(verb, value, "{ data.txt+1 page: 1 page }");
            case SEALS -> targets.map(verb, value, "{ mem: [write] }");
        };
    }

    private List<Targets.Target> targets(RangeCall call, Node.Scalar verb, Node value) {
        String example = example(call);
        if (!call.takesLength()) {
            return targets.bare(verb, value, "alice.p");
        }
        return call.takes().isRequired()
                ? targets.map(verb, value, "{ alice.p: " + example + " }")
                : targets.bareOrMap(verb, value, example);
    }

    /** What follows the verb, or the argument where there has to be one. */
    private static String example(Call call) {
        ArgumentKind kind = call.takes();
        if (kind instanceof ArgumentKind.OfFlags<?> flags) {
            return "{ alice.p: { flags: [" + flags.flags().get(0).word() + "] } }";
        }
        return kind instanceof ArgumentKind.OfProtection
                ? "r"
                : kind instanceof ArgumentKind.OfAdvice ? "dontneed" : "{ alice.p+1 page: 1 page }";
    }

    private boolean flagAlone(Call call, @Nullable Node alone) {
        return call.takes() instanceof ArgumentKind.OfFlags<?> flags && targets.isFlag(alone, words(call, flags));
    }

    private static <F extends Enum<F> & Constant> Words<F> words(Call call, ArgumentKind.OfFlags<F> flags) {
        String kind = "a flag of " + call.systemCall(Argument.NONE) + "(2)";
        return call == FileCall.ALLOCATE
                ? Words.of(
                        flags.type(),
                        kind,
                        NotSimulated.FALLOCATE_FLAGS,
                        "FALLOC_FL_",
                        Map.of("punch_hole", "write `punch: { data.txt+1 page: 1 page }`"))
                : Words.of(flags.type(), kind);
    }

    private <F extends Enum<F> & Constant> @Nullable Argument flags(
            Call call, ArgumentKind.OfFlags<F> kind, @Nullable Fields fields) {
        Node written = fields == null ? null : fields.get(kind.key());
        return written == null ? kind.usual() : flags(call, kind, written);
    }

    private <F extends Enum<F> & Constant> @Nullable Argument flags(
            Call call, ArgumentKind.OfFlags<F> kind, Node written) {
        Set<Constant> all = new LinkedHashSet<>();
        Set<F> set = values.set(words(call, kind), withoutNumbers(call, kind, written, all));
        if (set == null) {
            return null;
        }
        all.addAll(set);
        return new Flags(all);
    }

    /** The list without the numbers in it, which stand for flags that Linux does not define and are added to {@code undefined}. */
    private Node withoutNumbers(Call call, ArgumentKind.OfFlags<?> kind, Node written, Set<Constant> undefined) {
        if (!(written instanceof Node.Sequence list) || call instanceof FileCall) {
            return written;
        }
        List<Node> words = new ArrayList<>();
        for (Node item : list.items()) {
            if (!isNumber(item)) {
                words.add(item);
                continue;
            }
            Undefined flag = undefined(item, kind.flags(), 1);
            if (flag != null) {
                undefined.add(flag);
            }
        }
        return new Node.Sequence(words, list.span());
    }

    private static boolean isNumber(Node node) {
        return node instanceof Node.Scalar scalar
                && !scalar.text().isEmpty()
                && scalar.text().charAt(0) >= '0'
                && scalar.text().charAt(0) <= '9';
    }

    /** The constant with a number; any, if there is none. */
    private static Constant named(List<? extends Constant> defined, long number) {
        for (Constant constant : defined) {
            if (constant.number() == number) {
                return constant;
            }
        }
        return defined.get(0);
    }

    /**
     * A number that stands for what Linux does not define; null, if that is reported.
     *
     * @param defined what it does
     * @param least the least number that it may be
     */
    private @Nullable Undefined undefined(Node node, List<? extends Constant> defined, long least) {
        Long number = values.size(node, "a number");
        if (number == null) {
            return null;
        }
        if (number < least || number > Integer.MAX_VALUE) {
            values.problems()
                    .add(
                            Code.INVALID_NUMBER,
                            node.span(),
                            "a number here means what Linux does not define, and is " + least + " to "
                                    + Integer.MAX_VALUE,
                            "write the name of what it defines: "
                                    + named(defined, number).word());
            return null;
        }
        for (Constant constant : defined) {
            if ((constant.number() & number) != 0 && least == 1) {
                values.problems()
                        .add(
                                Code.INVALID_NUMBER,
                                node.span(),
                                "`" + node.span().text() + "` has the bit of " + constant.inC(),
                                "write `" + constant.word() + "`");
                return null;
            }
        }
        return new Undefined(number);
    }

    /**
     * The argument, or null for what is reported.
     *
     * @param alone the argument where it is written without its key
     */
    private @Nullable Argument argument(Call call, @Nullable Fields fields, @Nullable Node alone) {
        ArgumentKind kind = call.takes();
        if (kind instanceof ArgumentKind.OfFlags<?> flags) {
            return flags(call, flags, fields);
        }
        if (!kind.isRequired()) {
            return Argument.NONE;
        }
        Node written = fields == null
                ? alone
                : fields.require(kind.key(), "{ " + kind.key() + ": " + example(call) + ", length: 1 page }");
        if (written == null) {
            return null;
        }
        if (kind == ArgumentKind.NAME) {
            String name = values.text(written, "the new name", "a name: `{ new.txt: data.txt }`");
            return name == null ? null : new FileName(name);
        }
        if (kind == ArgumentKind.SEALS) {
            Set<Seal> seals = values.seals(written);
            return seals == null ? null : Flags.of(seals);
        }
        if (kind instanceof ArgumentKind.OfProtection) {
            return values.prot(written, "`prot`");
        }
        return isNumber(written)
                ? undefined(written, Lexicon.ADVICES.words(), UNDEFINED_ADVICE)
                : values.word(Lexicon.ADVICES, written, "the advice");
    }
}
