package io.github.mmaplab.export;

import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.HeapLength;
import io.github.mmaplab.abi.Limit;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.OpenFlag;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.abi.RemapFlag;
import io.github.mmaplab.abi.Resource;
import io.github.mmaplab.abi.Seal;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.model.Carried;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.Descriptor;
import io.github.mmaplab.scenario.model.ExpectedOutcome;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MappingSpec;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.NewMapping;
import io.github.mmaplab.scenario.model.Range;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.text.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes steps: each verb becomes calls in C, made by the process of the step. */
final class StepWriter implements Step.Visitor<Composition> {

    /** In bytes. A program is played on machines of which nothing is known. */
    private static final long MOST_ALLOCATED = 1L << 29;

    /** Longer ranges exceed every address space. */
    private static final long LONGEST = 1L << 46;

    private final Composition program;
    private final ExpectationWriter expectations;

    StepWriter(Composition program, ExpectationWriter expectations) {
        this.program = program;
        this.expectations = expectations;
    }

    @Override
    public Composition mmap(Step.Mmap step) {
        Calls calls = new Calls(program, step.info());
        for (NewMapping target : step.targets()) {
            map(calls, target);
        }
        return calls.write();
    }

    /** Makes a mapping. */
    void map(Calls calls, NewMapping target) {
        MappingSpec spec = target.mapping();
        long length = spec.length().orElse(program.rounded(wholeLength(spec)));
        boolean isNew = !program.stage().mappings(target.process()).contains(target.name());
        boolean fails = calls.expected() instanceof ExpectedOutcome.Fails;
        String variable = program.names().mapping(target.process(), target.name());
        boolean used = program.known().isUsed(variable);
        String place = place(spec, length);
        if (fails && isNew && used) {
            program.learned().needRoom();
            calls.before(target.process(), variable + " = " + place + ";");
            place = variable;
        }
        if (!fails || isNew) {
            program.stage().name(target.process(), target.name(), program.rounded(length));
        }
        String call = isSegment(spec)
                ? "shmat(" + program.names().file(spec.file().orElseThrow()) + ", " + place + ", " + spec.attachFlags()
                        + ")"
                : spec.file().isPresent() && spec.fd().isEmpty()
                        ? "map_file(" + program.open(spec.file().get(), open(spec)) + ", " + place + ", "
                                + program.size(length) + ", " + spec.prot().inC() + ", " + flags(spec) + ", "
                                + program.size(spec.offset()) + ")"
                        : "mmap(" + place + ", " + program.size(length) + ", "
                                + spec.prot().inC() + ", " + flags(spec) + ", "
                                + spec.fd().map(program::descriptor).orElse("-1") + ", " + program.size(spec.offset())
                                + ")";
        String result = used && !fails ? variable : "";
        calls.pointer(target.process(), target.process() + "." + target.name(), target.span(), result, call);
    }

    private boolean isSegment(MappingSpec spec) {
        return spec.file().map(program.kinds()::get).orElse(FileKind.REGULAR) == FileKind.SYSV;
    }

    private String place(MappingSpec spec, long length) {
        if (spec.at().isPresent()) {
            program.learned().needRoom();
            return program.address(spec.at().get(), length < 0 ? 0 : length);
        }
        if (spec.hint().isPresent()) {
            program.learned().needRoom();
            return program.address(spec.hint().get(), 1);
        }
        return program.known().isRoomy() && length >= 0 && length < LONGEST
                ? "room(" + program.size(length) + ")"
                : "NULL";
    }

    private long wholeLength(MappingSpec spec) {
        if (spec.file().isEmpty()) {
            return program.rounded(1);
        }
        long size = program.stage().size(spec.file().get());
        return Long.compareUnsigned(spec.offset(), size) < 0 ? size - spec.offset() : 0;
    }

    private static OpenMode open(MappingSpec spec) {
        boolean shared = spec.sharing() == Sharing.SHARED || spec.sharing() == Sharing.SHARED_VALIDATE;
        return spec.open().orElse(spec.prot().write() && shared ? OpenMode.READ_WRITE : OpenMode.READ);
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
        for (MapFlag flag : spec.flags()) {
            flags.add(flag.inC());
        }
        return flags.isEmpty() ? "0" : String.join(" | ", flags);
    }

    @Override
    public Composition onRange(Step.OnRange step) {
        if (step.call() == RangeCall.MUNMAP) {
            program.learned().needRoom();
        }
        Calls calls = new Calls(program, step.info());
        for (Step.OnRange.Target target : step.targets()) {
            String call = step.call().inC(range(target.range()), target.argument());
            calls.result(target.range(), target.span(), call);
        }
        return calls.write();
    }

    @Override
    public Composition mremap(Step.Mremap step) {
        program.learned().needRoom();
        Calls calls = new Calls(program, step.info());
        for (Step.Mremap.Target target : step.targets()) {
            remap(calls, target);
        }
        return calls.write();
    }

    private void remap(Calls calls, Step.Mremap.Target target) {
        Range range = target.range();
        Location.InMemory from = range.from();
        long newLength = target.length().orElse(length(range));
        boolean kernelChooses =
                target.flags().contains(RemapFlag.MAYMOVE) && target.at().isEmpty();
        String call = (kernelChooses ? "remap(" : "mremap(") + range(range) + ", " + program.size(newLength) + ", "
                + Flags.of(target.flags()).inC();
        if (target.at().isPresent()) {
            call += ", " + program.address(target.at().get(), Math.max(0, newLength));
        }
        program.learned().reach(newLength);
        boolean moves = from.offset() == 0 && !(calls.expected() instanceof ExpectedOutcome.Fails);
        String result = "";
        if (moves) {
            String variable = program.names().mapping(from.process(), from.mapping());
            result = program.known().isUsed(variable) ? variable : "";
            program.stage().name(from.process(), from.mapping(), program.rounded(newLength));
        }
        calls.pointer(from.process(), from.written(), target.span(), result, call + ")");
    }

    /** The address of a range and its length, as two arguments. */
    private String range(Range range) {
        long length = length(range);
        return program.address(range.from(), Math.max(0, length)) + ", " + program.size(length);
    }

    private long length(Range range) {
        Location.InMemory from = range.from();
        return range.length().orElse(program.stage().length(from.process(), from.mapping()) - from.offset());
    }

    @Override
    public Composition write(Step.Write step) {
        Calls calls = new Calls(program, step.info());
        for (Step.Write.Target target : step.targets()) {
            if (target.value() instanceof Carried carried) {
                carry(calls, target, carried);
                continue;
            }
            Content content = (Content) target.value();
            boolean repeated = Composition.isRepeated(content);
            if (target.location() instanceof Location.InMemory memory) {
                String at = program.address(memory, content.length());
                String arguments = repeated ? program.repeated(content) : program.bytes(content);
                calls.store(memory, target.span(), at, arguments, repeated);
            } else {
                Location.InFile place = (Location.InFile) target.location();
                writeFile(calls, target.span(), place, content, repeated);
            }
        }
        return calls.write();
    }

    /** Stores what a process has read, or what is in its memory. */
    private void carry(Calls calls, Step.Write.Target target, Carried carried) {
        if (!(target.location() instanceof Location.InMemory to)) {
            program.refuse(target.span(), "a value written to a file can't be exported", "write it through a mapping");
            return;
        }
        Optional<String> source = source(calls, to.process(), target.span(), carried);
        if (source.isPresent()) {
            String bytes = carried.plus() == 0
                    ? source.get()
                    : "plus(" + source.get() + ", " + carried.length() + ", " + Long.toUnsignedString(carried.plus())
                            + "ull)";
            String at = program.address(to, carried.length());
            calls.store(to, target.span(), at, bytes + ", " + carried.length(), false);
        }
    }

    /** The address of what a process carries; empty, if that is refused. */
    private Optional<String> source(Calls calls, String process, Span span, Carried carried) {
        if (carried.from() instanceof Location.InRegister register
                && register.process().equals(process)) {
            return Optional.of(program.register(register));
        }
        if (carried.from() instanceof Location.InMemory memory
                && memory.process().equals(process)
                && calls.expectsSuccess()) {
            return Optional.of(program.address(memory, carried.length()));
        }
        program.refuse(
                span,
                "this value can't be exported: a program carries a process's own registers, and its own memory in a"
                        + " step that succeeds",
                "read it into a register of `" + process + "` first");
        return Optional.empty();
    }

    private void writeFile(Calls calls, Span span, Location.InFile place, Content content, boolean repeated) {
        String file = program.names().file(place.file());
        String arguments = repeated ? program.repeated(content) : program.bytes(content);
        String offset = program.size(place.offset());
        long end = place.offset() + content.length();
        boolean isCut = program.stage().isKeptFromGrowing(place.file())
                && end > program.stage().size(place.file());
        if (calls.expectsSuccess() && !isCut) {
            program.stage().size(place.file(), Math.max(end, program.stage().size(place.file())));
        }
        String call = "pwrite(" + file + ", " + arguments + ", " + offset + ")";
        boolean returns = calls.expected() instanceof ExpectedOutcome.Returns;
        if (calls.expectsSuccess() && !returns) {
            calls.statement(
                    ProgramBody.OUTSIDE,
                    (repeated ? "put_fill(" : "put(") + file + ", " + arguments + ", " + offset + ");");
            if (isCut) {
                program.refuse(
                        span,
                        "a write that F_SEAL_GROW cuts short can't be exported: a program checks that all is written",
                        "state what it `returns`");
            }
        } else if (repeated) {
            program.refuse(span, "the outcome of writing a `fill` to a file can't be exported", "write text");
        } else if (returns) {
            calls.count(ProgramBody.OUTSIDE, place.written(), span, call);
        } else {
            calls.result(ProgramBody.OUTSIDE, place.written(), span, "(int)" + call);
        }
    }

    @Override
    public Composition read(Step.Read step) {
        Calls calls = new Calls(program, step.info());
        for (Step.Read.Target target : step.targets()) {
            if (target.location() instanceof Location.InMemory memory) {
                String from = program.address(memory, target.length()) + ", " + program.size(target.length());
                if (target.into().isPresent()) {
                    String register = program.register(target.into().get());
                    calls.copy(memory, target.span(), register, from);
                } else {
                    calls.load(memory, target.span(), from);
                }
            } else {
                Location.InFile place = (Location.InFile) target.location();
                String file = program.names().file(place.file());
                String arguments =
                        file + ", " + program.size(target.length()) + ", " + program.size(place.offset()) + ")";
                if (step.info().outcome() instanceof ExpectedOutcome.Returns) {
                    calls.count(ProgramBody.OUTSIDE, place.written(), target.span(), "read_count(" + arguments);
                } else {
                    calls.statement(ProgramBody.OUTSIDE, "read_file(" + arguments + ";");
                }
            }
        }
        return calls.write();
    }

    @Override
    public Composition onFile(Step.OnFile step) {
        if (step.call().takesName() && step.call() != FileCall.UNLINK) {
            program.refuse(
                    step.info().span(),
                    "`" + step.call().word()
                            + "` can't be exported: a program opens its files once, and what a name means would change",
                    "begin with the files as they are at the end, or use `mmaplab run --on linux`");
            return program;
        }
        Calls calls = new Calls(program, step.info());
        for (Step.OnFile.Target target : step.targets()) {
            onFile(calls, step.call(), target);
        }
        return calls.write();
    }

    private void onFile(Calls calls, FileCall call, Step.OnFile.Target target) {
        String file = target.at().file();
        long offset = target.at().offset();
        long size = program.stage().size(file);
        long length = target.length().orElse(Math.max(0, size - offset));
        if (call == FileCall.ALLOCATE && Long.compareUnsigned(length, MOST_ALLOCATED) > 0 && calls.expectsSuccess()) {
            program.refuse(
                    target.span(),
                    "allocating more than 512 MiB can't be exported: the program would fill the machine's memory or disk",
                    "allocate less");
        }
        String descriptor =
                target.through().map(program::descriptor).orElse(program.names().file(file));
        String written = call.takesName()
                ? byName(call, target)
                : call.inC(descriptor, program.size(offset), program.size(length), target.argument());
        String process = target.through().map(Descriptor::process).orElse(ProgramBody.OUTSIDE);
        calls.result(process, target.at().written(), target.span(), written);
        if (calls.expectsSuccess() && target.argument() instanceof Flags seals && seals.contains(Seal.GROW)) {
            program.stage().keepFromGrowing(file);
        }
        if (calls.expectsSuccess()) {
            program.stage().size(file, call.sizeAfter(size, offset, length, target.argument()));
        }
    }

    @Override
    public Composition transfer(Step.Transfer step) {
        Calls calls = new Calls(program, step.info());
        for (Step.Transfer.Target target : step.targets()) {
            Descriptor descriptor = target.descriptor();
            long length = length(target.buffer());
            String call = step.call()
                    .inC(
                            program.descriptor(descriptor),
                            program.address(target.buffer().from(), Math.max(0, length)),
                            program.size(length),
                            program.size(target.offset()));
            if (!step.call().stores() && calls.expectsSuccess()) {
                program.stage()
                        .size(
                                target.file(),
                                Math.max(
                                        target.offset() + length,
                                        program.stage().size(target.file())));
            }
            calls.count(descriptor.process(), descriptor.written(), target.span(), call);
        }
        return calls.write();
    }

    private String byName(FileCall call, Step.OnFile.Target target) {
        String file = target.at().file();
        return switch (program.kinds().getOrDefault(file, FileKind.REGULAR)) {
            case REGULAR -> call.systemCall(target.argument()) + "(" + CText.literal(file) + ")";
            case SHM ->
                "shm_" + call.systemCall(target.argument()) + "("
                        + program.names().file(file) + "_name)";
            case SYSV -> "shmctl(" + program.names().file(file) + ", IPC_RMID, NULL)";
            case MEMFD, NAMELESS -> {
                program.refuse(target.span(), "unlinking a memfd can't be exported: it has no name", "leave it out");
                yield "";
            }
        };
    }

    @Override
    public Composition open(Step.Open step) {
        Calls calls = new Calls(program, step.info());
        for (Step.Open.Target target : step.targets()) {
            String opened = program.open(target.file(), target.mode(), target.flags());
            if (calls.expectsSuccess() && target.flags().contains(OpenFlag.TRUNCATE)) {
                program.stage().size(target.file(), 0);
            }
            renew(calls, target.descriptor(), target.span(), opened);
        }
        return calls.write();
    }

    /** Gives a descriptor another meaning, if the call that returns the new one succeeds. */
    private void renew(Calls calls, Descriptor descriptor, Span span, String call) {
        calls.result(
                descriptor.process(),
                descriptor.written(),
                span,
                "renew(&" + program.descriptor(descriptor) + ", " + call + ")");
    }

    @Override
    public Composition close(Step.Close step) {
        Descriptor descriptor = step.descriptor();
        Calls calls = new Calls(program, step.info());
        calls.result(
                descriptor.process(),
                descriptor.written(),
                descriptor.span(),
                "shut(&" + program.descriptor(descriptor) + ")");
        return calls.write();
    }

    @Override
    public Composition dup(Step.Dup step) {
        Calls calls = new Calls(program, step.info());
        for (Step.Dup.Target target : step.targets()) {
            renew(calls, target.copy(), target.span(), "dup(" + program.descriptor(target.of()) + ")");
        }
        return calls.write();
    }

    @Override
    public Composition onProcess(Step.OnProcess step) {
        Calls calls = new Calls(program, step.info());
        for (Step.OnProcess.Target target : step.targets()) {
            if (target.argument() instanceof Limit limit && limit.resource() != Resource.LOCKED) {
                program.refuse(
                        target.span(),
                        "a limit on the " + limit.resource().noun()
                                + " can't be exported: the program has memory of its own",
                        "use `mmaplab run --on linux` to play it on this machine's kernel");
            }
            String process = target.process().name();
            String call = target.argument() instanceof Limit limit
                    ? "set_soft_limit(" + limit.resource().inC() + ", " + program.size(limit.bytes()) + ")"
                    : step.call().inC(target.argument());
            if (target.argument() instanceof HeapLength heap) {
                call = heap(calls, process, heap);
            }
            calls.result(process, process, target.span(), call);
        }
        return calls.write();
    }

    /** The call that sets the length of the heap. */
    private String heap(Calls calls, String process, HeapLength heap) {
        boolean isNew = !program.stage().mappings(process).contains(HeapLength.HEAP);
        String variable = program.names().mapping(process, HeapLength.HEAP);
        if (program.known().isUsed(variable)) {
            calls.before(process, variable + " = heap_start();");
        }
        if (isNew || !(calls.expected() instanceof ExpectedOutcome.Fails)) {
            program.stage().name(process, HeapLength.HEAP, program.rounded(heap.bytes()));
        }
        return "set_heap(" + program.size(heap.bytes()) + ")";
    }

    @Override
    public Composition fork(Step.Fork step) {
        for (Step.Fork.Target target : step.targets()) {
            String parent = target.parent().name();
            for (Named child : target.children()) {
                program.stage().enter(child.name(), parent);
                program.script().act(parent, birth(parent, child.name()));
                program.script().flush(); // from here on the child has its own turns
            }
        }
        return program;
    }

    private String birth(String parent, String child) {
        List<String> copies = new ArrayList<>();
        for (String mapping : program.stage().mappings(child)) {
            String variable = program.names().mapping(child, mapping);
            if (program.known().isUsed(variable)) {
                copies.add("    " + variable + " = " + program.use(parent, mapping) + ";");
            }
        }
        String fork = "fork_into(" + program.script().name(child) + ")";
        if (copies.isEmpty()) {
            return fork + ";";
        }
        String body = "\n" + String.join("\n", copies);
        return "if (" + fork + ")" + (copies.size() == 1 ? body : " {" + body + "\n}");
    }

    @Override
    public Composition exec(Step.Exec step) {
        program.refuse(
                step.info().span(),
                "`exec` can't be exported: the new program would have to continue in the middle of the old one",
                "use `mmaplab run --on linux` to play it on this machine's kernel");
        return program;
    }

    /** In the one order that a program plays, what a branch waits for is there when its turn comes. */
    @Override
    public Composition until(Step.Until step) {
        program.refuse(
                step.info().span(),
                "`until` can't be exported: a program plays one order, in which no branch waits",
                "write `expect` in its place");
        return program;
    }

    @Override
    public Composition exit(Step.Exit step) {
        for (Step.Exit.Target target : step.targets()) {
            end(target.process().name(), "_exit(" + target.code() + ");");
        }
        return program;
    }

    /** Ends a process, and makes the process that is responsible for it wait for that. */
    private void end(String process, String... lastWords) {
        String reaper = program.reaper(process);
        program.script().act(process, "hand_over(" + program.script().name(reaper) + ");");
        program.script().act(process, lastWords);
        program.script().act(reaper, "wait_for(" + program.script().name(process) + ");");
        program.stage().leave(process);
    }

    @Override
    public Composition kill(Step.Kill step) {
        String process = step.process().name();
        String name = program.script().name(process);
        String reaper = program.reaper(process);
        program.script().act(process, "hand_over(Outside);", "pause(); /* until it is killed */");
        program.script().act(ProgramBody.OUTSIDE, "kill(board->pid[" + name + "], SIGKILL);");
        program.script().act(reaper, "wait_for(" + name + ");");
        program.stage().leave(process);
        return program;
    }

    @Override
    public Composition crash(Step.Crash step) {
        program.refuse(
                step.info().span(),
                "`crash` can't be exported: a program can't let the power fail",
                "play it on the simulated kernel, with `mmaplab run`");
        return program;
    }

    @Override
    public Composition syncFolder(Step.SyncFolder step) {
        program.refuse(
                step.info().span(),
                "`sync: folder` can't be exported: a program can't see what is on disk, so that it makes no difference",
                "leave it out");
        return program;
    }

    @Override
    public Composition expect(Step.Expect step) {
        expectations.write(step.rows());
        return program;
    }

    @Override
    public Composition concurrently(Step.Concurrently step) {
        program.refuse(
                step.info().span(),
                "`concurrently` can't be exported: a program plays one order, and this has "
                        + Numerals.grouped(step.orders()),
                "write the steps in the order that the program is to play");
        return program;
    }

    @Override
    public Composition ask(Step.Ask step) {
        program.refuse(
                step.info().span(),
                "`ask` can't be exported: a program has no one to ask",
                "write `expect` and export a scenario");
        return program;
    }
}
