package io.github.mmaplab.listing;

import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.HeapLength;
import io.github.mmaplab.abi.Limit;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessCall;
import io.github.mmaplab.abi.RemapFlag;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.scenario.model.Branch;
import io.github.mmaplab.scenario.model.Carried;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.Descriptor;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.ExpectedOutcome;
import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MappingSpec;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.NewMapping;
import io.github.mmaplab.scenario.model.ProcessSpec;
import io.github.mmaplab.scenario.model.Range;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.model.StepInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Translates a scenario: what each process does, in order. */
final class Acts implements Step.Visitor<List<Act>> {
    /** The program that writes to files and kills, and maps nothing. No process has a name with a blank. */
    static final String OTHER = "another program";

    /** Longer content, in bytes, is described in words. */
    static final int LONGEST = 64;

    /** More bytes, read at once, do not fit on a stack. */
    static final long LARGEST_READ = 1 << 20;

    private final Scenario scenario;
    private final PageSize pageSize;
    private final Literals literals;
    private final Names names = new Names();
    private final Stage stage;
    private final Descriptors descriptors;
    private final Map<String, String> roots = new LinkedHashMap<>();
    private final Map<String, FileKind> kinds = new HashMap<>();
    private final Scratch scratch = new Scratch();
    private final Looks looks;
    private int number;

    Acts(Scenario scenario) {
        this.scenario = scenario;
        this.pageSize = new PageSize(scenario.pageSize());
        this.literals = new Literals(scenario.pageSize());
        this.stage = new Stage(scenario);
        this.descriptors = new Descriptors(scenario, names);
        this.looks = new Looks(this);
        for (FileSpec file : scenario.files()) {
            kinds.put(file.name(), file.kind());
        }
        findRoots();
        openFiles();
    }

    private void findRoots() {
        scenario.processes().forEach(process -> roots.put(process.name(), process.name()));
        for (Step step : Step.unfolded(scenario.steps())) {
            if (step instanceof Step.Fork fork) {
                fork.targets()
                        .forEach(target -> target.children()
                                .forEach(child -> roots.put(
                                        child.name(), root(target.parent().name()))));
            }
        }
    }

    /** Names the descriptors, those that can be written first, since a private mapping may use any. */
    private void openFiles() {
        List<NewMapping> mappings = new ArrayList<>();
        scenario.processes().forEach(process -> mappings.addAll(process.mappings()));
        for (Step step : Step.unfolded(scenario.steps())) {
            if (step instanceof Step.Mmap mmap) {
                mmap.targets().stream()
                        .filter(target -> !isNotOpened(target, mmap.info()))
                        .forEach(mappings::add);
            }
        }
        mappings.stream().filter(each -> isStored(each.mapping())).forEach(this::descriptor);
        mappings.forEach(this::descriptor);
    }

    private static boolean isStored(MappingSpec spec) {
        return spec.sharing() != Sharing.PRIVATE && spec.prot().write();
    }

    private Optional<String> descriptor(NewMapping mapping) {
        if (mapping.mapping().fd().isPresent()) {
            return mapping.mapping().fd().map(descriptor -> names.mapping(descriptor.name()));
        }
        return mapping.mapping().file().map(file -> descriptors.of(root(mapping.process()), file, mapping.mapping()));
    }

    /** The process without a parent that a process descends from. */
    String root(String process) {
        return roots.getOrDefault(process, process);
    }

    /** Whether a process has not ended. */
    boolean isPresent(String process) {
        return stage.isPresent(process);
    }

    Scenario scenario() {
        return scenario;
    }

    Literals literals() {
        return literals;
    }

    Stage stage() {
        return stage;
    }

    Descriptors descriptors() {
        return descriptors;
    }

    Scratch scratch() {
        return scratch;
    }

    /** All that happens after the setup, in order. */
    List<Act> story() {
        List<Act> acts = new ArrayList<>();
        for (ProcessSpec process : scenario.processes()) {
            stage.enter(process.name(), "");
        }
        for (ProcessSpec process : scenario.processes()) {
            process.mappings().forEach(mapping -> acts.add(map(mapping, "", Listing.Kind.SETUP)));
        }
        for (Step step : scenario.steps()) {
            number++;
            acts.addAll(step.accept(this));
            number += step.count() - 1;
        }
        number = 0;
        acts.addAll(looks.expected(scenario.expect(), scenario.claims(), 0));
        return acts;
    }

    /** What is declared and opened before. */
    List<Act> setup(String root) {
        List<Act> acts = new ArrayList<>(scratch.declared(root));
        acts.addAll(descriptors.setup(root));
        return acts;
    }

    private Act deed(String process, String code, String remark) {
        return Act.deed(process, code, remark, number);
    }

    /** What a step states about its outcome, which it does not if a question asks for it. */
    private static String remark(StepInfo info) {
        return info.outcome().accept(OutcomeRemark.WORDS);
    }

    private static boolean fails(StepInfo info) {
        return info.outcome() instanceof ExpectedOutcome.Fails;
    }

    private static String words(String remark, String words) {
        return remark.isEmpty() ? words : words + ", " + remark;
    }

    /** The address of a place. */
    String address(Location.InMemory place) {
        return literals.address(names.mapping(place.mapping()), place.offset());
    }

    /** The byte at a place. */
    String element(Location.InMemory place) {
        return literals.element(names.mapping(place.mapping()), place.offset());
    }

    @Override
    public List<Act> mmap(Step.Mmap step) {
        List<Act> acts = new ArrayList<>();
        for (NewMapping target : step.targets()) {
            if (stage.isReplaced(target.process())) {
                acts.add(deed(
                        target.process(), "", words(remark(step.info()), "the new program maps " + target.name())));
            } else if (fails(step.info())) {
                acts.add(deed(target.process(), failing(target, step.info()) + ";", remark(step.info())));
            } else {
                Act act = map(target, remark(step.info()), Listing.Kind.DEED);
                acts.add(act);
            }
        }
        return acts;
    }

    /** The call that fails: open(2), or mmap(2). */
    private String failing(NewMapping target, StepInfo info) {
        return isNotOpened(target, info)
                ? descriptors.opening(target.mapping().file().orElseThrow(), target.mapping())
                : call(target);
    }

    /** Whether a mapping fails because its file can't be opened for it. */
    private boolean isNotOpened(NewMapping target, StepInfo info) {
        if (!(info.outcome() instanceof ExpectedOutcome.Fails fails)
                || target.mapping().file().isEmpty()
                || descriptors.isSegment(target.mapping().file().get())) {
            return false;
        }
        return fails.errno() == Errno.ENOENT
                || (fails.errno() == Errno.EACCES
                        && descriptors.isRefused(target.mapping().file().get(), target.mapping()));
    }

    private Act map(NewMapping target, String remark, Listing.Kind kind) {
        String call = call(target);
        String declared = stage.has(target.process(), target.name()) ? "" : "char *";
        stage.name(target.process(), target.name(), pageSize.ceil(length(target.mapping())));
        String code = declared + names.mapping(target.name()) + " = " + call + ";";
        return new Act(target.process(), kind, code, remark, number, List.of(), "");
    }

    private String call(NewMapping target) {
        MappingSpec spec = target.mapping();
        String place = spec.at().or(spec::hint).map(this::address).orElse("NULL");
        if (spec.file().filter(descriptors::isSegment).isPresent()) {
            return "shmat(" + descriptor(target).orElse("-1") + ", " + place + ", " + spec.attachFlags() + ")";
        }
        return "mmap(" + place + ", " + literals.size(length(spec))
                + ", "
                + spec.prot().inC() + ", " + flags(spec) + ", "
                + descriptor(target).orElse("-1") + ", "
                + literals.size(spec.offset()) + ")";
    }

    private long length(MappingSpec spec) {
        if (spec.length().isPresent()) {
            return spec.length().getAsLong();
        }
        if (spec.file().isEmpty()) {
            return pageSize.bytes();
        }
        long size = stage.size(spec.file().get());
        return Long.compareUnsigned(spec.offset(), size) < 0 ? pageSize.ceil(size - spec.offset()) : 0;
    }

    private static String flags(MappingSpec spec) {
        List<String> flags = new ArrayList<>();
        if (spec.sharing() != Sharing.NONE) {
            flags.add("MAP_" + spec.sharing().name());
        }
        if (spec.file().isEmpty()) {
            flags.add("MAP_ANONYMOUS");
        }
        if (spec.at().isPresent() && !spec.flags().contains(MapFlag.FIXED_NOREPLACE)) {
            flags.add(MapFlag.FIXED.inC());
        }
        spec.flags().forEach(flag -> flags.add(flag.inC()));
        return flags.isEmpty() ? "0" : String.join(" | ", flags);
    }

    @Override
    public List<Act> onRange(Step.OnRange step) {
        List<Act> acts = new ArrayList<>();
        for (Step.OnRange.Target target : step.targets()) {
            acts.add(statement(
                    target.range().from(),
                    step.call().inC(range(target.range()), target.argument()) + ";",
                    step.info()));
        }
        return acts;
    }

    /** A statement of a process; words, if the program that has the variables is no longer there. */
    private Act statement(Location.InMemory place, String code, StepInfo info) {
        if (info.outcome() instanceof ExpectedOutcome.Dies) {
            stage.leave(place.process());
        }
        return stage.isReplaced(place.process())
                ? deed(
                        place.process(),
                        "",
                        words(remark(info), "the new program: " + info.verb() + " " + place.written()))
                : deed(place.process(), code, remark(info));
    }

    private String range(Range range) {
        return address(range.from()) + ", " + literals.size(length(range));
    }

    private long length(Range range) {
        Location.InMemory from = range.from();
        return range.length().orElse(stage.length(from.process(), from.mapping()) - from.offset());
    }

    @Override
    public List<Act> mremap(Step.Mremap step) {
        List<Act> acts = new ArrayList<>();
        for (Step.Mremap.Target target : step.targets()) {
            Location.InMemory from = target.range().from();
            long length = target.length().orElse(length(target.range()));
            String call = "mremap(" + range(target.range()) + ", " + literals.size(length) + ", "
                    + Flags.of(target.flags()).inC()
                    + target.at().map(place -> ", " + address(place)).orElse("") + ");";
            boolean moves =
                    from.offset() == 0 && !fails(step.info()) && target.flags().contains(RemapFlag.MAYMOVE);
            if (from.offset() == 0 && !fails(step.info())) {
                stage.name(from.process(), from.mapping(), pageSize.ceil(length));
            }
            acts.add(statement(from, moves ? names.mapping(from.mapping()) + " = " + call : call, step.info()));
        }
        return acts;
    }

    @Override
    public List<Act> write(Step.Write step) {
        List<Act> acts = new ArrayList<>();
        for (Step.Write.Target target : step.targets()) {
            if (target.value() instanceof Carried carried) {
                acts.add(carry(target, carried, step.info()));
            } else {
                Content content = (Content) target.value();
                acts.add(
                        target.location() instanceof Location.InMemory place
                                ? store(place, content, step.info())
                                : writeFile((Location.InFile) target.location(), content, step.info()));
            }
        }
        return acts;
    }

    /** One byte that a process has itself is an assignment; anything else is said in words. */
    private Act carry(Step.Write.Target target, Carried carried, StepInfo info) {
        String process = target.location() instanceof Location.InMemory place ? place.process() : OTHER;
        Optional<String> source = carried.length() == 1 ? source(process, carried.from()) : Optional.empty();
        String plus = carried.plus() == 0 ? "" : " + " + Long.toUnsignedString(carried.plus());
        if (source.isPresent() && target.location() instanceof Location.InMemory place) {
            return statement(place, element(place) + " = " + source.get() + plus + ";", info);
        }
        String words = "what is at " + carried.from().written() + plus + " is written to "
                + target.location().written();
        return deed(process, "", words(remark(info), words));
    }

    private Optional<String> source(String process, Location from) {
        if (from instanceof Location.InRegister register) {
            return register.process().equals(process) ? Optional.of(register.register()) : Optional.empty();
        }
        return from instanceof Location.InMemory place && place.process().equals(process)
                ? Optional.of(element(place))
                : Optional.empty();
    }

    private Act store(Location.InMemory place, Content content, StepInfo info) {
        long length = content.length();
        if (content instanceof Content.Fill || content instanceof Content.Zeros) {
            String value = content instanceof Content.Fill fill ? Literals.character(fill.value()) : "0";
            return statement(
                    place, "memset(" + address(place) + ", " + value + ", " + literals.size(length) + ");", info);
        }
        if (length > LONGEST) {
            String words = literals.size(length) + " bytes are stored at " + address(place);
            return deed(place.process(), "", words(remark(info), words));
        }
        byte[] bytes = content.bytes(0, (int) length);
        String code;
        if (bytes.length == 1) {
            code = element(place) + " = " + Literals.character(bytes[0]) + ";";
        } else if (isCutShort(place, length, info)) {
            // memcpy(3) does not say what it has stored when a signal is raised
            code = "for (int i = 0; i < " + length + "; i++) (" + address(place) + ")[i] = " + Literals.string(bytes)
                    + "[i];";
        } else {
            code = "memcpy(" + address(place) + ", " + Literals.string(bytes) + ", " + length + ");";
        }
        return statement(place, code, info);
    }

    /** Whether a store raises a signal that may come after its first bytes. */
    private boolean isCutShort(Location.InMemory place, long length, StepInfo info) {
        boolean raises =
                info.outcome() instanceof ExpectedOutcome.Raises || info.outcome() instanceof ExpectedOutcome.Dies;
        return raises && pageSize.offset(place.offset()) + length > pageSize.bytes();
    }

    private Act writeFile(Location.InFile place, Content content, StepInfo info) {
        long length = content.length();
        stage.size(place.file(), Math.max(stage.size(place.file()), place.offset() + length));
        if (length > LONGEST) {
            String words = literals.size(length) + " bytes are written to " + place.written();
            return deed(OTHER, "", words(remark(info), words));
        }
        return deed(
                OTHER,
                "pwrite(" + descriptors.outside(place.file()) + ", "
                        + Literals.string(content.bytes(0, (int) length)) + ", " + length + ", "
                        + literals.size(place.offset()) + ");",
                remark(info));
    }

    @Override
    public List<Act> read(Step.Read step) {
        List<Act> acts = new ArrayList<>();
        for (Step.Read.Target target : step.targets()) {
            acts.add(
                    target.location() instanceof Location.InMemory place
                            ? load(place, target, step.info())
                            : readFile((Location.InFile) target.location(), target.length(), step.info()));
        }
        return acts;
    }

    private Act load(Location.InMemory place, Step.Read.Target target, StepInfo info) {
        String root = root(place.process());
        long length = target.length();
        if (length == 1) {
            String variable = target.into()
                    .map(register -> scratch.register(root, register.register()))
                    .orElseGet(() -> scratch.character(root));
            return statement(place, variable + " = " + element(place) + ";", info);
        }
        if (length < 0 || length > LARGEST_READ) {
            String words = literals.size(length) + " bytes are read at " + address(place);
            return deed(place.process(), "", words(remark(info), words));
        }
        String buffer = target.into()
                .map(register -> scratch.register(root, register.register(), register.length()))
                .orElseGet(() -> scratch.buffer(root, length));
        String code = "memcpy(" + buffer + ", " + address(place) + ", " + literals.size(length) + ");";
        return statement(place, code, info);
    }

    private Act readFile(Location.InFile place, long length, StepInfo info) {
        if (length < 0 || length > LARGEST_READ) {
            String words = literals.size(length) + " bytes are read from " + place.written();
            return deed(OTHER, "", words(remark(info), words));
        }
        String code = "pread(" + descriptors.outside(place.file()) + ", " + scratch.buffer(OTHER, length) + ", "
                + literals.size(length) + ", " + literals.size(place.offset()) + ");";
        return deed(OTHER, code, remark(info));
    }

    @Override
    public List<Act> onFile(Step.OnFile step) {
        List<Act> acts = new ArrayList<>();
        for (Step.OnFile.Target target : step.targets()) {
            acts.add(onFile(step.call(), target, step.info()));
        }
        return acts;
    }

    private Act onFile(FileCall call, Step.OnFile.Target target, StepInfo info) {
        String file = target.at().file();
        if (call.takesName() && call != FileCall.UNLINK) {
            // Descriptors keep their files, so that lines after it would not show what the names mean then.
            return deed(OTHER, "", call.sentence(file, "", "", target.argument().written()));
        }
        long offset = target.at().offset();
        long size = stage.size(file);
        long length = target.length().orElse(Math.max(0, size - offset));
        String code;
        if (target.through().isPresent()) {
            Descriptor through = target.through().get();
            resize(call, target, info, size, length);
            return ofDescriptor(
                    through,
                    call.inC(
                                    names.mapping(through.name()),
                                    literals.size(offset),
                                    literals.size(length),
                                    target.argument())
                            + ";",
                    info);
        } else if (!call.takesName()) {
            code = call.inC(descriptors.outside(file), literals.size(offset), literals.size(length), target.argument());
        } else if (kinds.get(file) == FileKind.SHM) {
            code = "shm_unlink(" + Literals.string("/" + file) + ")";
        } else if (descriptors.isSegment(file)) {
            code = "shmctl(" + descriptors.outside(file) + ", IPC_RMID, NULL)";
        } else {
            code = call.inC(Literals.string(file), "", "", target.argument());
        }
        resize(call, target, info, size, length);
        return deed(OTHER, code + ";", remark(info));
    }

    private void resize(FileCall call, Step.OnFile.Target target, StepInfo info, long size, long length) {
        if (info.outcome().isSuccess()) {
            stage.size(target.at().file(), call.sizeAfter(size, target.at().offset(), length, target.argument()));
        }
    }

    @Override
    public List<Act> transfer(Step.Transfer step) {
        List<Act> acts = new ArrayList<>();
        for (Step.Transfer.Target target : step.targets()) {
            Location.InMemory buffer = target.buffer().from();
            long length = target.buffer()
                    .length()
                    .orElseGet(() -> stage.length(buffer.process(), buffer.mapping()) - buffer.offset());
            if (!step.call().stores() && step.info().outcome().isSuccess()) {
                stage.size(target.file(), Math.max(stage.size(target.file()), target.offset() + length));
            }
            String code = step.call()
                            .inC(
                                    names.mapping(target.descriptor().name()),
                                    address(buffer),
                                    literals.size(length),
                                    literals.size(target.offset()))
                    + ";";
            acts.add(ofDescriptor(target.descriptor(), code, step.info()));
        }
        return acts;
    }

    /** A call through a descriptor, which a program that was executed knows by its number alone. */
    private Act ofDescriptor(Descriptor descriptor, String code, StepInfo info) {
        return stage.isReplaced(descriptor.process())
                ? deed(descriptor.process(), "", words(remark(info), "the new program: " + code))
                : deed(descriptor.process(), code, remark(info));
    }

    @Override
    public List<Act> onProcess(Step.OnProcess step) {
        List<Act> acts = new ArrayList<>();
        for (Step.OnProcess.Target target : step.targets()) {
            String process = target.process().name();
            if (target.argument() instanceof HeapLength heap) {
                heap(acts, process, heap, step.info());
            }
            acts.add(onProcess(step.call(), process, target.argument(), step.info()));
        }
        return acts;
    }

    /** Names the heap, if it has no name yet; the first call finds it where the program ends. */
    private void heap(List<Act> acts, String process, HeapLength heap, StepInfo info) {
        boolean isNew = !stage.has(process, HeapLength.HEAP);
        if (isNew && !stage.isReplaced(process)) {
            acts.add(deed(process, "char *" + names.mapping(HeapLength.HEAP) + " = sbrk(0);", ""));
        }
        if (isNew || !fails(info)) {
            stage.name(process, HeapLength.HEAP, pageSize.ceil(heap.bytes()));
        }
    }

    private Act onProcess(ProcessCall call, String process, Argument argument, StepInfo info) {
        if (argument instanceof Limit limit) {
            // A program's own memory counts too, and what may be raised again depends on who plays it.
            String bytes = literals.size(limit.bytes());
            return deed(
                    process,
                    "",
                    words(remark(info), call.sentence(limit.resource().noun() + " to " + bytes + " bytes")));
        }
        if (argument instanceof HeapLength heap
                && fails(info)
                && Long.compareUnsigned(heap.bytes(), stage.length(process, HeapLength.HEAP)) < 0) {
            // The C library does not report it.
            return deed(process, "", words(remark(info), call.sentence(literals.size(heap.bytes()) + " bytes")));
        }
        String code = argument instanceof HeapLength heap
                ? "brk(" + literals.address(names.mapping(HeapLength.HEAP), heap.bytes()) + ");"
                : call.inC(argument) + ";";
        return stage.isReplaced(process)
                ? deed(process, "", "the new program: " + code)
                : deed(process, code, remark(info));
    }

    @Override
    public List<Act> open(Step.Open step) {
        List<Act> acts = new ArrayList<>();
        for (Step.Open.Target target : step.targets()) {
            acts.add(
                    kinds.get(target.file()) == FileKind.MEMFD
                            ? ofNameless(target, step.info())
                            : opened(
                                    target.descriptor(),
                                    descriptors.call(target.file(), target.mode(), target.flags()),
                                    step.info()));
        }
        return acts;
    }

    @Override
    public List<Act> close(Step.Close step) {
        String variable = names.mapping(step.descriptor().name());
        return List.of(
                stage.isReplaced(step.descriptor().process())
                        ? deed(
                                step.descriptor().process(),
                                "",
                                words(remark(step.info()), "the new program closes " + variable))
                        : deed(step.descriptor().process(), "close(" + variable + ");", remark(step.info())));
    }

    @Override
    public List<Act> dup(Step.Dup step) {
        List<Act> acts = new ArrayList<>();
        for (Step.Dup.Target target : step.targets()) {
            String call = "dup(" + names.mapping(target.of().name()) + ")";
            acts.add(opened(target.copy(), call, step.info()));
        }
        return acts;
    }

    /** A memfd has no name to open it by. */
    private Act ofNameless(Step.Open.Target target, StepInfo info) {
        String variable = names.mapping(target.descriptor().name());
        String words =
                variable + " is a new descriptor of the memfd " + target.file() + Descriptors.words(target.mode());
        declared(target.descriptor());
        return deed(target.descriptor().process(), "", words(remark(info), words));
    }

    /** A call that returns a descriptor. */
    private Act opened(Descriptor descriptor, String call, StepInfo info) {
        String variable = names.mapping(descriptor.name());
        if (stage.isReplaced(descriptor.process())) {
            return deed(descriptor.process(), "", words(remark(info), "the new program: " + variable + " = " + call));
        }
        String code = fails(info) ? call + ";" : declared(descriptor) + variable + " = " + call + ";";
        return deed(descriptor.process(), code, remark(info));
    }

    /** The declaration before the first assignment to a descriptor's variable. */
    private String declared(Descriptor descriptor) {
        boolean known = stage.has(descriptor.process(), descriptor.name());
        stage.name(descriptor.process(), descriptor.name(), 0);
        return known ? "" : "int ";
    }

    @Override
    public List<Act> fork(Step.Fork step) {
        List<Act> acts = new ArrayList<>();
        for (Step.Fork.Target target : step.targets()) {
            for (Named child : target.children()) {
                String parent = target.parent().name();
                stage.enter(child.name(), parent);
                acts.add(Act.fork(parent, child.name(), number));
            }
        }
        return acts;
    }

    @Override
    public List<Act> exec(Step.Exec step) {
        String process = step.process().name();
        stage.replace(process);
        return List.of(deed(process, "execlp(\"sleep\", \"sleep\", \"60\", NULL);", remark(step.info())));
    }

    @Override
    public List<Act> exit(Step.Exit step) {
        List<Act> acts = new ArrayList<>();
        for (Step.Exit.Target target : step.targets()) {
            String process = target.process().name();
            stage.leave(process);
            acts.add(
                    stage.isReplaced(process)
                            ? deed(process, "", "the new program exits with code " + target.code())
                            : Act.exit(process, target.code(), number));
        }
        return acts;
    }

    @Override
    public List<Act> kill(Step.Kill step) {
        String process = step.process().name();
        stage.leave(process);
        return List.of(deed(OTHER, "kill(" + names.process(process) + ", SIGKILL);", "the process id of " + process));
    }

    @Override
    public List<Act> crash(Step.Crash step) {
        return List.of(deed(OTHER, "", "the power fails, and the machine starts again"));
    }

    @Override
    public List<Act> syncFolder(Step.SyncFolder step) {
        return List.of(deed(OTHER, "fsync(folder);", "the descriptor of the folder"));
    }

    @Override
    public List<Act> until(Step.Until step) {
        List<Act> acts = new ArrayList<>();
        for (Expectation row : step.rows()) {
            List<String> each = new ArrayList<>();
            List<Content> contents = Step.Until.contents(row);
            boolean plain =
                    row instanceof Expectation.OfMemory && contents.stream().allMatch(content -> content.length() == 1);
            if (plain && row instanceof Expectation.OfMemory memory) {
                String element = element(memory.location());
                contents.forEach(content -> each.add(element + " != " + Literals.character(content.bytes(0, 1)[0])));
                acts.add(statement(memory.location(), "while (" + String.join(" && ", each) + ");", step.info()));
            } else {
                contents.forEach(content -> each.add(
                        content.length() <= LONGEST
                                ? Literals.string(content.bytes(0, (int) content.length()))
                                : literals.size(content.length()) + " bytes"));
                String process = row instanceof Expectation.OfMemory memory
                        ? memory.location().process()
                        : OTHER;
                String words = "waits until " + row.span().text() + " is " + String.join(" or ", each);
                acts.add(deed(process, "", words(remark(step.info()), words)));
            }
        }
        return acts;
    }

    @Override
    public List<Act> expect(Step.Expect step) {
        return looks.expected(step.rows(), step.claims(), number);
    }

    @Override
    public List<Act> ask(Step.Ask step) {
        return looks.asked(step.questions(), number);
    }

    @Override
    public List<Act> concurrently(Step.Concurrently step) {
        List<Act> acts = new ArrayList<>();
        int first = number;
        for (Branch branch : step.branches()) {
            for (Step inner : branch.steps()) {
                acts.addAll(inner.accept(this));
                number++;
            }
        }
        number = first;
        return acts;
    }
}
