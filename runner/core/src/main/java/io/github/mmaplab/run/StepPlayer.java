package io.github.mmaplab.run;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FileName;
import io.github.mmaplab.abi.HeapLength;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.abi.Names;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.kernel.call.Close;
import io.github.mmaplab.kernel.call.Crash;
import io.github.mmaplab.kernel.call.Dup;
import io.github.mmaplab.kernel.call.Exec;
import io.github.mmaplab.kernel.call.Exit;
import io.github.mmaplab.kernel.call.Fork;
import io.github.mmaplab.kernel.call.Kill;
import io.github.mmaplab.kernel.call.Mmap;
import io.github.mmaplab.kernel.call.Mremap;
import io.github.mmaplab.kernel.call.OnFile;
import io.github.mmaplab.kernel.call.OnProcess;
import io.github.mmaplab.kernel.call.OnRange;
import io.github.mmaplab.kernel.call.Open;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.SyncFolder;
import io.github.mmaplab.kernel.call.Through;
import io.github.mmaplab.kernel.call.Transfer;
import io.github.mmaplab.kernel.disk.Disks;
import io.github.mmaplab.kernel.memory.AddressSpace;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.scenario.model.Descriptor;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.ExpectedOutcome;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MappingSpec;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.NewMapping;
import io.github.mmaplab.scenario.model.Range;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.model.StepInfo;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Plays steps in turn: each verb becomes operations of the kernel. Returns what was not as expected. */
final class StepPlayer implements Step.Visitor<Optional<Problem>> {

    private static final Outcome NEVER_OPENED =
            new Outcome.Failed(Errno.EBADF, "the descriptor was never opened, mmap(2)");

    private final SymbolTable world;
    private final Recorder recorder;
    private final AddressPlan plan;
    private final Observer observer;
    private final Inquiry inquiry;
    private final Accesses accesses;
    private boolean waits;

    StepPlayer(SymbolTable world, Recorder recorder, AddressPlan plan, Observer observer, Inquiry inquiry) {
        this.world = world;
        this.recorder = recorder;
        this.plan = plan;
        this.observer = observer;
        this.inquiry = inquiry;
        this.accesses = new Accesses(world, recorder, observer);
    }

    @Override
    public Optional<Problem> mmap(Step.Mmap step) {
        OutcomeCheck course = course(step);
        for (NewMapping target : step.targets()) {
            if (!map(course, target)) {
                break;
            }
        }
        return end(course, step);
    }

    /** Makes a mapping and moves its name there; says whether the step goes on. */
    boolean map(OutcomeCheck course, NewMapping target) {
        Span span = target.span();
        if (accesses.refusesEnded(course, target.process(), span)) {
            return false;
        }
        MappingSpec spec = target.mapping();
        long length = spec.length().isPresent() ? spec.length().getAsLong() : wholeLength(spec);
        OptionalLong place =
                spec.at().isPresent() ? OptionalLong.of(world.address(spec.at().get())) : plan.choose(target, length);
        if (place.isEmpty()) {
            return course.stop(noRoom(span));
        }
        Outcome outcome = isMissing(spec)
                ? Accesses.noFile(spec.file().orElseThrow())
                : spec.fd().isPresent() && file(spec).isEmpty()
                        ? NEVER_OPENED
                        : recorder.perform(mmap(target.process(), spec, place.getAsLong(), length));
        if (outcome.succeeded() || !world.isNamed(target.process(), target.name())) {
            long start = outcome instanceof Outcome.Ok made ? made.value() : place.getAsLong();
            world.name(target.process(), target.name(), range(start, length));
        }
        return course.goesOn(outcome, target.process() + "." + target.name(), span);
    }

    private boolean isMissing(MappingSpec spec) {
        return spec.fd().isEmpty()
                && spec.file().isPresent()
                && !world.isFile(spec.file().get());
    }

    /** The file that is mapped; empty, if there is none. */
    private Optional<FileId> file(MappingSpec spec) {
        Optional<FileId> named = spec.file().filter(world::isFile).map(world::file);
        return spec.fd().isPresent() ? world.opened(spec.fd().get()).or(() -> named) : named;
    }

    private Mmap mmap(String process, MappingSpec spec, long address, long length) {
        Set<MapFlag> flags = EnumSet.noneOf(MapFlag.class);
        flags.addAll(spec.flags());
        if (spec.at().isPresent() && !flags.contains(MapFlag.FIXED_NOREPLACE)) {
            flags.add(MapFlag.FIXED);
        }
        Mmap.Backing backing = file(spec)
                .map(file -> new Mmap.Backing(
                        file, open(spec), spec.fd().map(world::descriptor).orElse(null)))
                .orElse(null);
        return new Mmap(
                world.process(process),
                address,
                spec.hint().map(world::address).orElse(0L),
                length,
                spec.prot(),
                spec.sharing(),
                flags,
                backing,
                spec.offset());
    }

    /** From the offset to the end of the file, or a page of anonymous memory. */
    private long wholeLength(MappingSpec spec) {
        Optional<FileId> file = file(spec);
        if (file.isEmpty()) {
            return recorder.pageSize().bytes();
        }
        long size = recorder.kernel().size(file.get());
        return Long.compareUnsigned(spec.offset(), size) < 0 ? size - spec.offset() : 0;
    }

    private static OpenMode open(MappingSpec spec) {
        if (spec.open().isPresent()) {
            return spec.open().get();
        }
        Sharing sharing = spec.sharing();
        boolean stores = spec.prot().write() && (sharing == Sharing.SHARED || sharing == Sharing.SHARED_VALIDATE);
        return stores ? OpenMode.READ_WRITE : OpenMode.READ;
    }

    private SymbolTable.NamedRange range(long start, long length) {
        long rounded = recorder.pageSize().ceil(length);
        return new SymbolTable.NamedRange(start, rounded == 0 ? length : rounded);
    }

    @Override
    public Optional<Problem> onRange(Step.OnRange step) {
        OutcomeCheck course = course(step);
        for (Step.OnRange.Target target : step.targets()) {
            Range range = target.range();
            OnRange call = new OnRange(process(range), start(range), length(range), step.call(), target.argument());
            if (!overRange(course, range, target.span(), call)) {
                break;
            }
        }
        return end(course, step);
    }

    @Override
    public Optional<Problem> mremap(Step.Mremap step) {
        OutcomeCheck course = course(step);
        for (Step.Mremap.Target target : step.targets()) {
            if (!remap(course, target)) {
                break;
            }
        }
        return end(course, step);
    }

    private boolean remap(OutcomeCheck course, Step.Mremap.Target target) {
        Range range = target.range();
        long newLength = target.length().orElse(length(range));
        OptionalLong place = target.at().isPresent()
                ? OptionalLong.of(world.address(target.at().get()))
                : plan.choose(target, newLength);
        if (place.isEmpty()) {
            return course.stop(noRoom(target.span()));
        }
        Mremap call =
                new Mremap(process(range), start(range), length(range), newLength, target.flags(), place.getAsLong());
        return overRange(course, range, target.span(), call);
    }

    @Override
    public Optional<Problem> write(Step.Write step) {
        OutcomeCheck course = course(step);
        for (Step.Write.Target target : step.targets()) {
            if (!accesses.write(course, target, onSignal(step.info()))) {
                break;
            }
        }
        return end(course, step);
    }

    @Override
    public Optional<Problem> read(Step.Read step) {
        OutcomeCheck course = course(step);
        for (Step.Read.Target target : step.targets()) {
            if (!accesses.read(course, target, onSignal(step.info()))) {
                break;
            }
        }
        return end(course, step);
    }

    @Override
    public Optional<Problem> onFile(Step.OnFile step) {
        OutcomeCheck course = course(step);
        for (Step.OnFile.Target target : step.targets()) {
            if (target.through().isPresent()) {
                if (!through(course, step.call(), target, target.through().get())) {
                    break;
                }
                continue;
            }
            Outcome outcome = step.call() == FileCall.CREATE
                    ? recorder.perform(call(step.call(), world.made(target), target))
                    : accesses.onFile(target.at(), file -> call(step.call(), file, target));
            if (outcome.succeeded()) {
                rename(step.call(), target);
            }
            if (!course.goesOn(outcome, target.at().written(), target.span())) {
                break;
            }
        }
        return end(course, step);
    }

    private OnFile call(FileCall call, FileId file, Step.OnFile.Target target) {
        return new OnFile(
                file,
                target.at().offset(),
                call.takesName() ? 0 : length(file, target),
                call,
                call.takesName() ? names(target) : target.argument());
    }

    private long length(FileId file, Step.OnFile.Target target) {
        return target.length()
                .orElseGet(() ->
                        Math.max(0, recorder.kernel().size(file) - target.at().offset()));
    }

    /** A call on a file that a process makes through a descriptor; says whether the step goes on. */
    private boolean through(OutcomeCheck course, FileCall call, Step.OnFile.Target target, Descriptor descriptor) {
        if (accesses.refusesEnded(course, descriptor.process(), descriptor.span())) {
            return false;
        }
        Optional<FileId> file = world.opened(descriptor);
        Outcome outcome = recorder.perform(new Through(
                world.process(descriptor.process()),
                world.descriptor(descriptor),
                file.orElse(null),
                call,
                target.at().offset(),
                file.map(each -> length(each, target)).orElse(target.length().orElse(0)),
                target.argument()));
        return course.goesOn(outcome, target.at().written(), target.span());
    }

    @Override
    public Optional<Problem> transfer(Step.Transfer step) {
        OutcomeCheck course = course(step);
        for (Step.Transfer.Target target : step.targets()) {
            Descriptor descriptor = target.descriptor();
            if (accesses.refusesEnded(course, descriptor.process(), descriptor.span())) {
                break;
            }
            Outcome outcome = recorder.perform(new Transfer(
                    world.process(descriptor.process()),
                    world.descriptor(descriptor),
                    step.call(),
                    start(target.buffer()),
                    length(target.buffer()),
                    target.offset()));
            if (!course.goesOn(outcome, descriptor.written(), target.span())) {
                break;
            }
        }
        return end(course, step);
    }

    private Names names(Step.OnFile.Target target) {
        NameId name = world.nameId(target.at().file());
        return target.argument() instanceof FileName other
                ? new Names(name, world.nameId(other.written()))
                : Names.of(name);
    }

    /** What names mean after a call on a name has succeeded. */
    private void rename(FileCall call, Step.OnFile.Target target) {
        String name = target.at().file();
        if (call == FileCall.CREATE) {
            world.refer(name, world.made(target));
        } else if (target.argument() instanceof FileName other) {
            FileId file = world.file(name);
            if (call == FileCall.RENAME && !world.isSameFile(name, other.written())) {
                world.forget(name);
            }
            world.refer(other.written(), file);
        }
    }

    @Override
    public Optional<Problem> onProcess(Step.OnProcess step) {
        OutcomeCheck course = course(step);
        for (Step.OnProcess.Target target : step.targets()) {
            Named process = target.process();
            if (accesses.refusesEnded(course, process.name(), process.span())) {
                break;
            }
            Outcome outcome =
                    recorder.perform(new OnProcess(world.process(process.name()), step.call(), target.argument()));
            if (target.argument() instanceof HeapLength heap
                    && (outcome.succeeded() || !world.isNamed(process.name(), HeapLength.HEAP))) {
                world.name(process.name(), HeapLength.HEAP, range(AddressSpace.HEAP_START, heap.bytes()));
            }
            if (!course.goesOn(outcome, process.name(), target.span())) {
                break;
            }
        }
        return end(course, step);
    }

    @Override
    public Optional<Problem> syncFolder(Step.SyncFolder step) {
        OutcomeCheck course = course(step);
        course.goesOn(
                recorder.perform(new SyncFolder()), "the folder", step.info().span());
        return end(course, step);
    }

    @Override
    public Optional<Problem> crash(Step.Crash step) {
        OutcomeCheck course = course(step);
        Outcome outcome = recorder.perform(new Crash(step.disk()));
        if (outcome instanceof Outcome.Refused) {
            course.stop(new Problem.TooManyDisks(
                    recorder.step(), Disks.MOST, step.info().span()));
        } else {
            world.restart(recorder.kernel()::named);
        }
        return end(course, step);
    }

    @Override
    public Optional<Problem> open(Step.Open step) {
        OutcomeCheck course = course(step);
        for (Step.Open.Target target : step.targets()) {
            if (!open(course, target)) {
                break;
            }
        }
        return end(course, step);
    }

    private boolean open(OutcomeCheck course, Step.Open.Target target) {
        Descriptor descriptor = target.descriptor();
        if (accesses.refusesEnded(course, descriptor.process(), descriptor.span())) {
            return false;
        }
        Outcome outcome = Accesses.noFile(target.file());
        if (world.isFile(target.file())) {
            FileId file = world.file(target.file());
            outcome = recorder.perform(new Open(
                    world.process(descriptor.process()),
                    world.descriptor(descriptor),
                    file,
                    target.mode(),
                    target.flags()));
            if (outcome.succeeded()) {
                world.open(descriptor, file);
            }
        }
        return course.goesOn(outcome, descriptor.written(), target.span());
    }

    @Override
    public Optional<Problem> close(Step.Close step) {
        Descriptor descriptor = step.descriptor();
        OutcomeCheck course = course(step);
        if (!accesses.refusesEnded(course, descriptor.process(), descriptor.span())) {
            course.goesOn(
                    recorder.perform(new Close(world.process(descriptor.process()), world.descriptor(descriptor))),
                    descriptor.written(),
                    descriptor.span());
        }
        return end(course, step);
    }

    @Override
    public Optional<Problem> dup(Step.Dup step) {
        OutcomeCheck course = course(step);
        for (Step.Dup.Target target : step.targets()) {
            if (!dup(course, target)) {
                break;
            }
        }
        return end(course, step);
    }

    private boolean dup(OutcomeCheck course, Step.Dup.Target target) {
        Descriptor of = target.of();
        if (accesses.refusesEnded(course, of.process(), of.span())) {
            return false;
        }
        Outcome outcome = recorder.perform(
                new Dup(world.process(of.process()), world.descriptor(of), world.descriptor(target.copy())));
        if (outcome.succeeded()) {
            world.opened(of).ifPresent(file -> world.open(target.copy(), file));
        }
        return course.goesOn(outcome, target.copy().written(), target.span());
    }

    @Override
    public Optional<Problem> fork(Step.Fork step) {
        OutcomeCheck course = course(step);
        for (Step.Fork.Target target : step.targets()) {
            if (accesses.refusesEnded(
                    course, target.parent().name(), target.parent().span())) {
                break;
            }
            for (Named child : target.children()) {
                ProcessId id = world.addChild(target.parent().name(), child.name());
                Outcome outcome =
                        recorder.perform(new Fork(world.process(target.parent().name()), id));
                if (!course.goesOn(outcome, child.name(), child.span())) {
                    return end(course, step);
                }
            }
        }
        return end(course, step);
    }

    @Override
    public Optional<Problem> exec(Step.Exec step) {
        return onProcess(
                step, step.process(), new Exec(world.process(step.process().name())));
    }

    @Override
    public Optional<Problem> exit(Step.Exit step) {
        OutcomeCheck course = course(step);
        for (Step.Exit.Target target : step.targets()) {
            Named process = target.process();
            if (accesses.refusesEnded(course, process.name(), process.span())) {
                break;
            }
            recorder.perform(new Exit(world.process(process.name()), target.code()));
        }
        return end(course, step);
    }

    @Override
    public Optional<Problem> kill(Step.Kill step) {
        return onProcess(
                step, step.process(), new Kill(world.process(step.process().name())));
    }

    /** Reads first what is waited for, because reading may raise a signal, and then compares. */
    @Override
    public Optional<Problem> until(Step.Until step) {
        OutcomeCheck course = course(step);
        waits = false;
        for (Expectation row : step.rows()) {
            if (row instanceof Expectation.OfMemory memory && !accesses.probe(course, memory, onSignal(step.info()))) {
                return end(course, step);
            }
        }
        waits = !observer.holds(step.rows());
        return waits ? Optional.empty() : end(course, step);
    }

    /** Whether the last step could not be played, because its branch waits. */
    boolean waits() {
        return waits;
    }

    @Override
    public Optional<Problem> expect(Step.Expect step) {
        observer.observe(step.rows(), step.claims());
        return Optional.empty();
    }

    /** Never played: in each order, the steps of the branches are in its place. */
    @Override
    public Optional<Problem> concurrently(Step.Concurrently step) {
        throw new IllegalStateException("a step with several orders was played");
    }

    @Override
    public Optional<Problem> ask(Step.Ask step) {
        inquiry.ask(step.questions());
        return Optional.empty();
    }

    private OutcomeCheck course(Step step) {
        return new OutcomeCheck(
                step.info(), recorder.step(), inquiry.asksFor(step.info().label()));
    }

    /** What was not as expected in a step after its last target; records its outcome for a question. */
    private Optional<Problem> end(OutcomeCheck course, Step step) {
        Optional<Problem> problem = course.end();
        Optional<String> label = step.info().label();
        if (problem.isEmpty() && inquiry.asksFor(label)) {
            inquiry.note(label.orElseThrow(), course.last());
        }
        return problem;
    }

    private boolean overRange(OutcomeCheck course, Range range, Span span, Operation call) {
        Location.InMemory from = range.from();
        if (accesses.refusesEnded(course, from.process(), from.span())) {
            return false;
        }
        if (range.length().isEmpty() && isBehind(from)) {
            return course.stop(new Problem.Impossible(
                    recorder.step(),
                    from.written() + " is past the end of the range of " + from.process() + "." + from.mapping()
                            + ", so it has no default length",
                    "give a length, as in `" + from.written() + ": 1 page`",
                    span));
        }
        Outcome outcome = recorder.perform(call);
        if (call instanceof Mremap remapped && outcome instanceof Outcome.Ok moved && from.offset() == 0) {
            world.name(from.process(), from.mapping(), range(moved.value(), remapped.newLength()));
        }
        return course.goesOn(outcome, from.written(), span);
    }

    private ProcessId process(Range range) {
        return world.process(range.from().process());
    }

    private long start(Range range) {
        return world.address(range.from());
    }

    /** How long a range is: as given, or from its beginning to the end of the range that is named. */
    private long length(Range range) {
        return range.length()
                .orElse(world.range(range.from()).length() - range.from().offset());
    }

    private boolean isBehind(Location.InMemory location) {
        return location.offset() >= 0
                && Long.compareUnsigned(location.offset(), world.range(location).length()) > 0;
    }

    private Optional<Problem> onProcess(Step step, Named process, Operation call) {
        OutcomeCheck course = course(step);
        if (!accesses.refusesEnded(course, process.name(), process.span())) {
            recorder.perform(call);
        }
        return end(course, step);
    }

    private Problem noRoom(Span span) {
        return new Problem.Impossible(
                recorder.step(),
                "the scenario maps more than an address space has room for",
                "map less, or place mappings with `at`",
                span);
    }

    private static OnSignal onSignal(StepInfo info) {
        return info.outcome() instanceof ExpectedOutcome.Dies ? OnSignal.DEFAULT_ACTION : OnSignal.HANDLE;
    }
}
