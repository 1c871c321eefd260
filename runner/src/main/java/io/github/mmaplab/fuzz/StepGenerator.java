package io.github.mmaplab.fuzz;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.ArgumentKind;
import io.github.mmaplab.abi.Call;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.OpenFlag;
import io.github.mmaplab.abi.ProcessCall;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.abi.Resource;
import io.github.mmaplab.abi.SyncFlag;
import io.github.mmaplab.abi.TransferCall;
import io.github.mmaplab.abi.Undefined;
import io.github.mmaplab.fuzz.ArgumentGenerator.Place;
import io.github.mmaplab.fuzz.GeneratedState.KnownFile;
import io.github.mmaplab.fuzz.GeneratedState.KnownMapping;
import io.github.mmaplab.fuzz.GeneratedState.KnownProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Generates the steps of one scenario in sequence. */
final class StepGenerator {

    private static final int MOST_PROCESSES = 5;

    /** In pages: about what a process maps and locks in a random scenario. */
    private static final int MOST_LIMITED = 12;

    /** The arguments that a call over a range has half of the time, where it accepts them. */
    private static final Set<String> FREQUENT = Set.of(
            "rw",
            "r",
            "[sync]",
            "dontneed",
            "populate_read",
            "populate_write",
            "[shrink]",
            "[grow]",
            "[write]",
            "[future_write]");

    /** A flag that no call defines, and no advice. */
    private static final Undefined UNDEFINED = new Undefined(1 << 20);

    private final Chance chance;
    private final Set<Feature> features;
    private final GeneratedState state;
    private final ArgumentGenerator arguments;
    private final MappingGenerator mappings;
    private final List<Kind> kinds = new ArrayList<>();
    private final Kind mmap = new Kind(Needs.NOTHING, 8, process -> Optional.of(mmap(process)));
    private final Kind open = new Kind(Needs.FILE, 5, process -> Optional.of(open(process)));
    private boolean givenUp;

    StepGenerator(
            Chance chance,
            Set<Feature> features,
            GeneratedState state,
            ArgumentGenerator arguments,
            MappingGenerator mappings) {
        this.chance = chance;
        this.features = features;
        this.state = state;
        this.arguments = arguments;
        this.mappings = mappings;
        inMemory(8, this::load);
        inMemory(16, this::store);
        for (RangeCall call : RangeCall.values()) {
            if (call != RangeCall.SHMDT && isDrawn(Feature.of(call.word()))) {
                inMemory(weight(call), (process, mapping) -> overRange(call, process, mapping));
            }
        }
        add(Feature.SYSV, new Kind(Needs.ATTACHMENT, 8, process -> Optional.of(detach(process))));
        kinds.add(mmap);
        add(Feature.READWRITE, new Kind(Needs.FILE, 4, process -> Optional.of(writeFile())));
        add(Feature.READWRITE, new Kind(Needs.FILE, 2, process -> Optional.of(readFile())));
        for (FileCall call : FileCall.values()) {
            if (isDrawn(feature(call))) {
                kinds.add(new Kind(needs(call), weight(call), process -> Optional.of(onFile(call))));
            }
        }
        add(
                Feature.RENAME,
                new Kind(Needs.NOTHING, 1, process -> Optional.of(GeneratedStep.bare(FileCall.SYNC.word(), "folder"))));
        add(Feature.DESCRIPTORS, open);
        add(Feature.DESCRIPTORS, new Kind(Needs.DESCRIPTOR, 3, process -> Optional.of(close(process))));
        add(Feature.DESCRIPTORS, new Kind(Needs.DESCRIPTOR, 3, process -> Optional.of(dup(process))));
        add(Feature.DESCRIPTORS, new Kind(Needs.DESCRIPTOR, 2, process -> Optional.of(through(process))));
        for (TransferCall call : TransferCall.values()) {
            add(Feature.DESCRIPTORS, new Kind(Needs.DESCRIPTOR, 4, process -> transfer(call, process)));
        }
        for (ProcessCall call : ProcessCall.values()) {
            boolean isHeap = call == ProcessCall.BRK;
            add(
                    isHeap ? Feature.BRK : Feature.LIMIT,
                    new Kind(Needs.NOTHING, isHeap ? 5 : 2, process -> Optional.of(onProcess(call, process))));
        }
        add(Feature.FORK, new Kind(Needs.NOTHING, 7, this::fork));
        if (features.contains(Feature.MREMAP)) {
            inMemory(7, this::mremap);
        }
        inMemory(2, this::expect);
        add(Feature.EXEC, new Kind(Needs.MAPPING, 1, this::exec));
        add(Feature.EXIT, new Kind(Needs.NOTHING, 2, this::end));
    }

    /** What must exist for a step to have an effect. */
    private enum Needs {
        NOTHING,
        MAPPING,
        DESCRIPTOR,
        FILE,
        FILE_OR_SEGMENT,
        ATTACHMENT
    }

    private static Needs needs(FileCall call) {
        return call == FileCall.UNLINK ? Needs.FILE_OR_SEGMENT : Needs.FILE;
    }

    /** A kind of step and its frequency. */
    private record Kind(Needs needs, int weight, Function<KnownProcess, Optional<GeneratedStep>> make) {}

    /** A step on a mapping of a process. */
    private interface AtMapping {
        GeneratedStep make(KnownProcess process, KnownMapping mapping);
    }

    private void inMemory(int weight, AtMapping step) {
        kinds.add(new Kind(
                Needs.MAPPING, weight, process -> Optional.of(step.make(process, arguments.mapping(process)))));
    }

    private boolean isDrawn(@Nullable Feature feature) {
        return feature == null || features.contains(feature);
    }

    private void add(Feature feature, Kind kind) {
        if (features.contains(feature)) {
            kinds.add(kind);
        }
    }

    /** The next step; empty if the chosen kind is not possible now. */
    Optional<GeneratedStep> next() {
        if (state.running().isEmpty()) {
            return Optional.empty();
        }
        KnownProcess process = chance.named(state.running());
        Kind kind = chance.weighted(kinds, Kind::weight, wanted -> canBe(wanted, process) ? wanted : first(wanted));
        return kind.make().apply(process);
    }

    /** What comes before a step that cannot be. */
    private Kind first(Kind kind) {
        return kind.needs() == Needs.DESCRIPTOR && !state.ordinaryFiles().isEmpty() ? open : mmap;
    }

    private boolean canBe(Kind kind, KnownProcess process) {
        return switch (kind.needs()) {
            case NOTHING -> true;
            case MAPPING -> process.hasMappings();
            case DESCRIPTOR -> state.running().stream().anyMatch(KnownProcess::hasDescriptors);
            case FILE -> !state.ordinaryFiles().isEmpty();
            case FILE_OR_SEGMENT -> !state.files().isEmpty();
            case ATTACHMENT -> process.mappings().stream().anyMatch(KnownMapping::isAttachment);
        };
    }

    private GeneratedStep load(KnownProcess process, KnownMapping mapping) {
        Place from = arguments.bytes(process, mapping);
        List<String> length = new ArrayList<>();
        arguments.loaded(from).ifPresent(size -> length.add("length: " + size.size()));
        return access(process, GeneratedStep.with("read", from.toString(), length));
    }

    private GeneratedStep store(KnownProcess process, KnownMapping mapping) {
        Place to = arguments.bytes(process, mapping);
        return access(process, GeneratedStep.with("write", to.toString(), arguments.data()));
    }

    /**
     * Sometimes a signal kills the process. It is not known whether one is raised, so the process is not used any more.
     */
    private GeneratedStep access(KnownProcess process, GeneratedStep.Action access) {
        if (features.contains(Feature.SIGNALS) && state.running().size() > 1 && chance.once(24)) {
            state.end(process);
            return access.comingTo("dies: SIGSEGV");
        }
        return access;
    }

    private GeneratedStep expect(KnownProcess process, KnownMapping mapping) {
        if (chance.once(3)) {
            return new GeneratedStep.Expect(ExpectRow.of(process.name(), "{ maps: [] }"));
        }
        String here = process.nameOf(mapping);
        Amount page = Amount.pages(chance.below((int) mapping.pages()));
        KnownProcess other = chance.named(state.running());
        if (!other.hasMappings()) {
            return new GeneratedStep.Expect(
                    ExpectRow.at(here, page, chance.one("A", "{ prot: rw }", "{ sharing: shared }")));
        }
        KnownMapping theirs = chance.named(other.mappings());
        Place there = new Place(other, theirs, Amount.pages(chance.below((int) theirs.pages())));
        return new GeneratedStep.Expect(ExpectRow.samePage(here, page, there.toString()));
    }

    private GeneratedStep overRange(RangeCall call, KnownProcess process, KnownMapping mapping) {
        Argument argument = argument(call);
        Place from = arguments.page(process, mapping);
        Optional<Amount> length = arguments.length(from);
        if (call == RangeCall.MUNMAP
                && from.isBeginning()
                && (length.isEmpty() || length.get().pages() >= mapping.pages())) {
            process.put(mapping.unmapped());
        }
        givenUp |= argument == Advice.FREE;
        List<String> settings = new ArrayList<>();
        if (!call.takes().key().isEmpty()) {
            settings.add(call.takes().key() + ": " + argument.written());
        }
        length.ifPresent(size -> settings.add("length: " + size.size()));
        return GeneratedStep.with(call.word(), from.toString(), settings);
    }

    /** The argument of a call: half of the time a frequent one. */
    private Argument argument(Call call) {
        if (!(call instanceof FileCall) && call.takes() instanceof ArgumentKind.OfFlags<?> && arguments.wrong(16)) {
            return Flags.of(UNDEFINED);
        }
        if (call.takes() == ArgumentKind.ADVICE && arguments.wrong(16)) {
            return UNDEFINED;
        }
        List<Argument> all = new ArrayList<>(call.takes().examples());
        all.removeIf(argument -> !isAllowed(argument));
        List<Argument> frequent = new ArrayList<>(all);
        frequent.removeIf(argument -> !FREQUENT.contains(argument.written()));
        boolean any = chance.once(2) || frequent.isEmpty();
        return chance.one(any ? all : frequent);
    }

    /** Whether the effect is known. It is not known whether MADV_PAGEOUT evicts pages after MADV_FREE. */
    private boolean isAllowed(Argument argument) {
        if (argument instanceof Protection protection) {
            return !protection.execute() || mappings.executable();
        }
        if (argument instanceof Flags flags) {
            boolean contradictory = flags.contains(SyncFlag.SYNC) && flags.contains(SyncFlag.ASYNC);
            return features.contains(Feature.ERRORS) || !contradictory;
        }
        return !(givenUp && argument == Advice.PAGEOUT);
    }

    private GeneratedStep mremap(KnownProcess process, KnownMapping mapping) {
        boolean part = chance.once(4);
        Place from = part ? arguments.page(process, mapping) : new Place(process, mapping, Amount.ZERO);
        Optional<Amount> oldLength = part ? arguments.length(from) : oldLength(mapping);
        boolean keepsLength = chance.once(3);
        Optional<Amount> length = keepsLength ? oldLength : Optional.of(arguments.newLength());
        List<String> flags = new ArrayList<>();
        if (chance.mostly(4)) {
            flags.add("maymove");
        }
        boolean fixed = features.contains(Feature.FIXED) && chance.once(3);
        if (fixed) {
            flags.add("fixed");
        }
        if (keepsLength && chance.once(3)) {
            flags.add("dontunmap");
        }
        List<String> settings = new ArrayList<>();
        oldLength.ifPresent(size -> settings.add("old-length: " + size.size()));
        length.ifPresent(size -> settings.add("length: " + size.size()));
        if (!flags.isEmpty()) {
            settings.add("flags: " + flags);
        }
        if (fixed) {
            settings.add("at: " + arguments.target(process));
        }
        if (from.isBeginning() && length.isPresent() && length.get().in(state.pageSize()) > 0) {
            process.put(mapping.ofPages(state.pagesOf(length.get())));
        }
        return GeneratedStep.with("mremap", from.toString(), settings);
    }

    /** The whole mapping, a part of it, or 0, which duplicates shared memory. */
    private Optional<Amount> oldLength(KnownMapping mapping) {
        if (arguments.wrong(8)) {
            return Optional.of(chance.one(Amount.ZERO, Amount.pages(mapping.pages() + 1)));
        }
        return chance.once(2) ? Optional.of(Amount.pages(1 + chance.below((int) mapping.pages()))) : Optional.empty();
    }

    private GeneratedStep mmap(KnownProcess process) {
        int number = chance.oldOrNew(process.mappings(), state::nextMapping);
        String target = process.name() + "." + KnownMapping.nameOf(number);
        return GeneratedStep.with("mmap", target, mappings.any(process, number));
    }

    private GeneratedStep open(KnownProcess process) {
        KnownFile file = file();
        String name = descriptor();
        process.open(name, file);
        String mode = file.readOnly() && !arguments.wrong(4) ? "r" : chance.one("rw", "rw", "r", "w");
        List<String> flags = new ArrayList<>();
        for (OpenFlag flag : OpenFlag.values()) {
            if (chance.once(8)) {
                flags.add(flag.word());
            }
        }
        List<String> settings = new ArrayList<>(List.of("file: " + file.name(), "mode: " + mode));
        if (!flags.isEmpty()) {
            settings.add("flags: " + flags);
        }
        return GeneratedStep.with("open", process.name() + "." + name, settings);
    }

    /** A call on a file, by a process. */
    private GeneratedStep through(KnownProcess any) {
        KnownProcess process = withDescriptors(any);
        String descriptor = chance.one(process.descriptors());
        List<FileCall> calls = new ArrayList<>(List.of(FileCall.values()));
        calls.removeIf(call -> call.takesName() || !isDrawn(feature(call)));
        return onFile(chance.one(calls), process.fileOf(descriptor), process.name() + "." + descriptor);
    }

    private Optional<GeneratedStep> transfer(TransferCall call, KnownProcess any) {
        KnownProcess process = withDescriptors(any);
        if (!process.hasMappings()) {
            return Optional.empty();
        }
        String descriptor = chance.one(process.descriptors());
        KnownFile file = process.fileOf(descriptor);
        Place buffer = arguments.bytes(process, arguments.mapping(process));
        if (buffer.mapping().file().filter(file::equals).isPresent()) {
            return Optional.empty(); // not simulated: a buffer that is a part of what is moved
        }
        List<String> settings = new ArrayList<>(List.of(call.key() + ": " + buffer));
        settings.add("length: "
                + arguments.loaded(buffer).orElseGet(() -> Amount.bytes(1)).size());
        if (chance.mostly(3)) {
            settings.add(
                    "offset: " + arguments.inFile(process.fileOf(descriptor)).size());
        }
        return Optional.of(GeneratedStep.with(call.word(), process.name() + "." + descriptor, settings));
    }

    /** A process that has descriptors: this one, if it has. */
    private KnownProcess withDescriptors(KnownProcess process) {
        return process.hasDescriptors()
                ? process
                : state.running().stream()
                        .filter(KnownProcess::hasDescriptors)
                        .findFirst()
                        .orElseThrow();
    }

    private GeneratedStep close(KnownProcess any) {
        KnownProcess process = withDescriptors(any);
        return GeneratedStep.bare("close", process.name() + "." + chance.one(process.descriptors()));
    }

    private GeneratedStep dup(KnownProcess any) {
        KnownProcess process = withDescriptors(any);
        String of = chance.one(process.descriptors());
        String copy = descriptor();
        process.open(copy, process.fileOf(of));
        return GeneratedStep.with("dup", process.name() + "." + copy, process.name() + "." + of);
    }

    /** One of a few names, so that descriptors are replaced, too. */
    private String descriptor() {
        return "d" + chance.below(3);
    }

    private KnownFile file() {
        return chance.named(state.ordinaryFiles());
    }

    /** shmdt(2), mostly where a mapping begins. */
    private GeneratedStep detach(KnownProcess process) {
        KnownMapping mapping = chance.once(8)
                ? chance.named(process.mappings())
                : chance.named(process.mappings().stream()
                        .filter(KnownMapping::isAttachment)
                        .toList());
        boolean isWhole = chance.mostly(4);
        Amount offset = isWhole ? Amount.ZERO : Amount.pages(chance.below((int) mapping.pages()));
        if (isWhole) {
            process.put(mapping.unmapped());
        }
        return GeneratedStep.bare(RangeCall.SHMDT.word(), new Place(process, mapping, offset).toString());
    }

    private GeneratedStep writeFile() {
        KnownFile file = file();
        Amount offset = arguments.inFile(file);
        file.resize(Math.max(file.size(), offset.in(state.pageSize()) + 1));
        return GeneratedStep.with("write", place(file.name(), offset), arguments.data());
    }

    private GeneratedStep readFile() {
        KnownFile file = file();
        return GeneratedStep.with(
                "read",
                place(file.name(), arguments.inFile(file)),
                arguments.ofFile().size());
    }

    private static String place(String name, Amount offset) {
        return name + (offset.equals(Amount.ZERO) ? "" : " + " + offset.size());
    }

    /** What is sealed stays so, and little can be done to it. */
    private static int weight(RangeCall call) {
        return call == RangeCall.MSEAL ? 2 : call.takes().key().isEmpty() ? 3 : 5;
    }

    private static int weight(FileCall call) {
        return switch (call.extent()) {
            case FILE -> call.takesName() ? 1 : 2;
            case SIZE -> 5;
            case RANGE -> 4;
            case SEALS -> 2;
        };
    }

    private static @Nullable Feature feature(FileCall call) {
        return switch (call) {
            case SYNC -> Feature.MSYNC;
            case LINK, CREATE -> Feature.RENAME;
            default -> Feature.of(call.word());
        };
    }

    /** A file gets a name: a new one, or that of another file. */
    private GeneratedStep onName(FileCall call) {
        List<KnownFile> regular = state.regularFiles();
        Optional<KnownFile> fresh =
                call == FileCall.RENAME && regular.size() > 1 && chance.once(2) ? Optional.empty() : state.newFile();
        if (call == FileCall.CREATE || regular.isEmpty()) {
            return GeneratedStep.bare(
                    fresh.isPresent() ? FileCall.CREATE.word() : FileCall.SYNC.word(),
                    fresh.orElseGet(this::file).name());
        }
        KnownFile from = chance.named(regular);
        KnownFile to = fresh.orElseGet(() -> chance.named(regular));
        if (call == FileCall.RENAME && from != to) {
            state.remove(from);
        }
        if (call == FileCall.RENAME || fresh.isPresent()) {
            to.become(from);
        }
        return GeneratedStep.with(call.word(), from.name(), to.name());
    }

    private GeneratedStep onFile(FileCall call) {
        if (call.takesName() && call != FileCall.UNLINK) {
            return onName(call);
        }
        List<KnownFile> memfds = call == FileCall.SEAL ? state.memfds() : List.of();
        KnownFile any = call == FileCall.UNLINK ? chance.named(state.files()) : file();
        KnownFile file = memfds.isEmpty() || chance.once(8) ? any : chance.named(memfds);
        return onFile(call, file, file.name());
    }

    /**
     * A call on a file.
     *
     * @param name its name, or that of a descriptor
     */
    private GeneratedStep onFile(FileCall call, KnownFile file, String name) {
        return switch (call.extent()) {
            case FILE -> {
                if (call.takesName()) {
                    file.unlink();
                }
                yield GeneratedStep.bare(call.word(), name);
            }
            case SIZE -> {
                Amount size = arguments.newSize();
                if (size.in(state.pageSize()) >= 0) {
                    file.resize(size.in(state.pageSize()));
                }
                yield GeneratedStep.with(call.word(), name, size.size());
            }
            case RANGE -> onRangeOf(file, name, call);
            case SEALS -> GeneratedStep.with(call.word(), name, argument(call).written());
        };
    }

    private GeneratedStep onRangeOf(KnownFile file, String name, FileCall call) {
        Amount offset = arguments.inFile(file);
        Amount length = arguments.ofFile();
        List<String> settings = new ArrayList<>(List.of("length: " + length.size()));
        Argument argument = Argument.NONE;
        if (!call.takes().key().isEmpty()) {
            argument = argument(call);
            settings.add(call.takes().key() + ": " + argument.written());
        }
        file.resize(call.sizeAfter(file.size(), offset.in(state.pageSize()), length.in(state.pageSize()), argument));
        return GeneratedStep.with(call.word(), place(name, offset), settings);
    }

    private GeneratedStep onProcess(ProcessCall call, KnownProcess process) {
        if (call == ProcessCall.LIMIT) {
            String bytes = Amount.pages(chance.below(MOST_LIMITED)).size();
            String limit = chance.one(Resource.values()).word() + ": " + bytes;
            return GeneratedStep.with(call.word(), process.name(), "{ " + limit + " }");
        }
        if (call == ProcessCall.BRK) {
            Amount length = chance.once(6) ? Amount.ZERO : arguments.newLength();
            process.put(new KnownMapping(
                    KnownMapping.HEAP, state.pagesOf(length), Optional.empty(), 0, !length.equals(Amount.ZERO)));
            return GeneratedStep.with(call.word(), process.name(), length.size());
        }
        String argument = argument(call).written();
        return argument.isEmpty()
                ? GeneratedStep.bare(call.word(), process.name())
                : GeneratedStep.with(call.word(), process.name(), argument);
    }

    private Optional<GeneratedStep> fork(KnownProcess parent) {
        if (state.running().size() >= MOST_PROCESSES || state.processes().size() > 2 * MOST_PROCESSES) {
            return Optional.empty();
        }
        KnownProcess child = state.fork(parent, chance.newNumber(state.processes(), state::nextProcess));
        return Optional.of(GeneratedStep.with("fork", parent.name(), child.name()));
    }

    private Optional<GeneratedStep> exec(KnownProcess process) {
        process.clear();
        return Optional.of(GeneratedStep.bare("exec", process.name()));
    }

    private Optional<GeneratedStep> end(KnownProcess process) {
        if (state.running().size() < 2) {
            return Optional.empty();
        }
        state.end(process);
        int code = chance.one(0, 0, 1, 255);
        return Optional.of(
                chance.once(3)
                        ? GeneratedStep.bare("kill", process.name())
                        : code == 0
                                ? GeneratedStep.bare("exit", process.name())
                                : GeneratedStep.with("exit", process.name(), String.valueOf(code)));
    }
}
