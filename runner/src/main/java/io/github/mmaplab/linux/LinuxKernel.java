package io.github.mmaplab.linux;

import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.DescriptorId;
import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.HeapLength;
import io.github.mmaplab.abi.Limit;
import io.github.mmaplab.abi.LockAllFlag;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.abi.Names;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessCall;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.abi.Resource;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.kernel.Answer;
import io.github.mmaplab.kernel.Completion;
import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.kernel.MachineLimitException;
import io.github.mmaplab.kernel.MappingView;
import io.github.mmaplab.kernel.MemoryUse;
import io.github.mmaplab.kernel.ParallelKernel;
import io.github.mmaplab.kernel.Race;
import io.github.mmaplab.kernel.RaceRefusedException;
import io.github.mmaplab.kernel.Rest;
import io.github.mmaplab.kernel.Snapshot;
import io.github.mmaplab.kernel.call.Close;
import io.github.mmaplab.kernel.call.Crash;
import io.github.mmaplab.kernel.call.Create;
import io.github.mmaplab.kernel.call.Dup;
import io.github.mmaplab.kernel.call.Exec;
import io.github.mmaplab.kernel.call.Exit;
import io.github.mmaplab.kernel.call.Fork;
import io.github.mmaplab.kernel.call.KeepHistory;
import io.github.mmaplab.kernel.call.Kill;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.call.Mmap;
import io.github.mmaplab.kernel.call.Mremap;
import io.github.mmaplab.kernel.call.OnFile;
import io.github.mmaplab.kernel.call.OnProcess;
import io.github.mmaplab.kernel.call.OnRange;
import io.github.mmaplab.kernel.call.Open;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.ReadFile;
import io.github.mmaplab.kernel.call.Spawn;
import io.github.mmaplab.kernel.call.Store;
import io.github.mmaplab.kernel.call.SyncFolder;
import io.github.mmaplab.kernel.call.Through;
import io.github.mmaplab.kernel.call.Transfer;
import io.github.mmaplab.kernel.call.WriteFile;
import io.github.mmaplab.kernel.machine.Trait;
import io.github.mmaplab.kernel.memory.AddressSpace;
import io.github.mmaplab.linux.Agent.Act;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The kernel of this machine, with the processes and files of one scenario. */
final class LinuxKernel implements ParallelKernel {

    private static final byte[] NOTHING = {};

    private static final FileId NO_FILE = new FileId(-1);

    private static final String NO_DISK = "the real kernel does not say what has reached the disk";

    /** The maximum number of processes, and of files. */
    private static final int MOST = 64;

    private static final long E2BIG = 7;
    private static final long ENOMEM = 12;

    private final Agent agent;
    private final PageSize pageSize;
    private final ProcReader sight;
    private final OwnMemory own;
    private final MachineTraits traits;
    private final Limits limits;
    private final Allowance allowance;
    private final Map<ProcessId, ProcessStatus> statuses = new TreeMap<>();
    private final Map<Class<? extends Operation>, Function<Operation, Outcome>> calls = new HashMap<>();

    private final Set<FileId> segments = new TreeSet<>();

    /** The processes that lock every new mapping. */
    private final Set<ProcessId> locksNew = new TreeSet<>();

    /** Whether a process has made a call for all its memory. */
    private boolean limited;

    /** What requests go to: the agent, but while a race is prepared. */
    private AgentLine line;

    /** Whether each answer brings a snapshot, because snapshots are compared after each operation. */
    private boolean watched;

    /** The snapshot after the last operation. */
    private @Nullable ByteBuffer look;

    LinuxKernel(Agent agent, PageSize pageSize, MachineTraits traits) {
        long lowEnd = agent.greeting().code();
        long highStart = agent.greeting().signal();
        this.agent = agent;
        this.line = agent;
        this.pageSize = pageSize;
        this.traits = traits;
        this.sight = new ProcReader(pageSize, agent.greeting().count());
        this.own = new OwnMemory(lowEnd, highStart, pageSize.taskSize());
        this.limits = new Limits(traits, pageSize, lowEnd, highStart);
        this.allowance = new Allowance(pageSize);
        on(Create.class, this::create);
        on(Spawn.class, this::spawn);
        on(Fork.class, this::fork);
        on(Exec.class, this::exec);
        on(Exit.class, this::exit);
        on(Kill.class, this::kill);
        on(Mmap.class, this::mmap);
        on(Open.class, this::open);
        on(
                Close.class,
                call -> outcome(
                        call(
                                Act.CLOSE,
                                call.process(),
                                NOTHING,
                                call.descriptor().number()),
                        0));
        on(Dup.class, this::dup);
        on(OnRange.class, this::onRange);
        on(OnProcess.class, this::onProcess);
        on(Mremap.class, this::mremap);
        on(Store.class, this::store);
        on(Load.class, this::load);
        on(WriteFile.class, this::write);
        on(ReadFile.class, this::read);
        on(OnFile.class, this::onFile);
        on(Through.class, this::through);
        on(Transfer.class, this::transfer);
        on(SyncFolder.class, call -> outcome(ask(Act.SYNC_FOLDER, 0, NOTHING), 0));
        on(KeepHistory.class, call -> cannotCrash());
        on(Crash.class, call -> cannotCrash());
    }

    private <T extends Operation> void on(Class<T> type, Function<T, Outcome> call) {
        calls.put(type, operation -> call.apply(type.cast(operation)));
    }

    /** The operations that this kernel performs. */
    Set<Class<? extends Operation>> performs() {
        return calls.keySet();
    }

    @Override
    public PageSize pageSize() {
        return pageSize;
    }

    @Override
    public Completion perform(Operation operation) {
        Function<Operation, Outcome> call = calls.get(operation.getClass());
        if (call == null) {
            throw new IllegalArgumentException("there is no way to perform " + operation);
        }
        look = null;
        return new Completion(call.apply(operation), List.of());
    }

    @Override
    public Set<Trait> lacking() {
        return traits.lacking().keySet();
    }

    // ---- races

    /**
     * Each operation is performed twice: first to learn what it asks of the agent, which gets all of that in one request, and
     * then to learn its outcome from the answer.
     */
    @Override
    public List<List<List<Outcome>>> race(Race race) {
        if (limited) {
            throw new RaceRefusedException("the limits of a process are in force during one call at a time");
        }
        Map<ProcessId, ProcessStatus> before = new TreeMap<>(statuses);
        RaceRequest request = new RaceRequest(race, line);
        try {
            line = request::collect;
            race.branches()
                    .forEach(branch -> branch.forEach(step -> {
                        for (Operation operation : step.operations()) {
                            if (perform(operation).outcome() instanceof Outcome.Refused refused) {
                                throw new RaceRefusedException(refused.sentence());
                            }
                        }
                    }));
            statuses.clear();
            statuses.putAll(before);
            request.send();
            line = request::replay;
            return outcomes(race, request);
        } finally {
            line = agent;
        }
    }

    private List<List<List<Outcome>>> outcomes(Race race, RaceRequest request) {
        List<List<List<Outcome>>> outcomes = new ArrayList<>();
        for (List<Race.Step> branch : race.branches()) {
            List<List<Outcome>> ofBranch = new ArrayList<>();
            for (Race.Step step : branch) {
                List<Outcome> ofStep = new ArrayList<>();
                for (Operation operation : step.operations()) {
                    if (request.nextIsPerformed()) {
                        ofStep.add(perform(operation).outcome());
                    }
                }
                ofBranch.add(ofStep);
            }
            outcomes.add(ofBranch);
        }
        return outcomes;
    }

    // ---- asking

    private Agent.Answer ask(Act act, int slot, byte[] data, long... arguments) {
        limits.call(act.call());
        Agent.Answer answer = line.ask(act, slot, watched, data, arguments);
        look = watched ? answer.look() : null;
        return answer;
    }

    /** Sends a request to a process that is expected to survive it. */
    private Agent.Answer call(Act act, ProcessId process, byte[] data, long... arguments) {
        Agent.Answer answer = ask(act, running(process), data, arguments);
        if (answer.ended()) {
            throw endedUnasked(process, answer);
        }
        if (answer.code() != 0) {
            throw traits.missing(Trait.CALLS_ALLOWED, "locking so much, and the agent's own memory with it");
        }
        return answer;
    }

    private int running(ProcessId process) {
        if (!status(process).alive()) {
            throw new IllegalArgumentException(process + " has ended");
        }
        return process.number();
    }

    private KernelLostException endedUnasked(ProcessId process, Agent.Answer answer) {
        ProcessStatus status = ended(answer);
        statuses.put(process, status);
        return new KernelLostException(
                "a process has ended that nobody had asked to (" + status + "); was it killed from outside?");
    }

    private static ProcessStatus ended(Agent.Answer answer) {
        long signal = answer.status() & 0x7f;
        return signal == 0
                ? new ProcessStatus.Exited((int) (answer.status() >> 8) & 0xff)
                : new ProcessStatus.Killed(LinuxNumbers.signal(signal));
    }

    /** The outcome of a call that returns {@code value} when it succeeds. */
    private static Outcome outcome(Agent.Answer answer, long value) {
        return answer.error() == 0 ? new Outcome.Ok(value) : failed(answer.error());
    }

    private static Outcome failed(long error) {
        return new Outcome.Failed(LinuxNumbers.errno(error), "says the kernel of this machine");
    }

    // ---- the scene, processes

    private Outcome create(Create call) {
        if (call.file().number() >= MOST) {
            return Outcome.Refused.onThisMachine("more than " + MOST + " files");
        }
        limits.making(call.file(), call.kind());
        ask(
                Act.CREATE,
                0,
                NOTHING,
                call.file().number(),
                LinuxNumbers.kind(call.kind()),
                call.writable() ? 1 : 0,
                call.size());
        long reached = 0;
        for (Create.Piece piece : call.pieces()) {
            Outcome written = write(new WriteFile(call.file(), piece.offset(), piece.data()));
            if (!written.succeeded()) {
                return written;
            }
            reached = Math.max(reached, piece.offset() + piece.data().length());
        }
        if (call.kind() == FileKind.SYSV) {
            segments.add(call.file());
        }
        return reached == call.size() || call.kind() == FileKind.SYSV
                ? Outcome.Ok.ZERO
                : onFile(new OnFile(call.file(), 0, call.size(), FileCall.TRUNCATE, Argument.NONE));
    }

    private Outcome spawn(Spawn call) {
        if (call.process().number() >= MOST) {
            return Outcome.Refused.onThisMachine("more than " + MOST + " processes");
        }
        ask(Act.SPAWN, call.process().number(), NOTHING);
        statuses.put(call.process(), new ProcessStatus.Running());
        return Outcome.Ok.ZERO;
    }

    private Outcome fork(Fork call) {
        if (call.child().number() >= MOST) {
            return Outcome.Refused.onThisMachine("more than " + MOST + " processes");
        }
        Agent.Answer answer =
                call(Act.FORK, call.process(), NOTHING, call.child().number());
        if (answer.error() != 0) {
            throw new KernelLostException("fork failed with " + LinuxNumbers.errno(answer.error())
                    + "; is the limit on processes or memory reached?");
        }
        statuses.put(call.child(), new ProcessStatus.Running());
        return Outcome.Ok.ZERO;
    }

    private Outcome exec(Exec call) {
        locksNew.remove(call.process());
        return outcome(call(Act.EXEC, call.process(), NOTHING), 0);
    }

    private Outcome exit(Exit call) {
        return end(call.process(), ask(Act.EXIT, running(call.process()), NOTHING, call.code()));
    }

    private Outcome kill(Kill call) {
        return end(call.process(), ask(Act.KILL, running(call.process()), NOTHING));
    }

    private Outcome end(ProcessId process, Agent.Answer answer) {
        if (!answer.ended()) {
            throw new KernelLostException("a process that was to end goes on");
        }
        statuses.put(process, ended(answer));
        return Outcome.Ok.ZERO;
    }

    // ---- memory

    private Outcome mmap(Mmap call) {
        return call.hinted(pageSize) == 0 ? place(call) : placeNear(call);
    }

    /** A mapping with a hint. Where the kernel passes the hint over, it goes where one without a hint would. */
    private Outcome placeNear(Mmap call) {
        long hinted = call.hinted(pageSize);
        if (own.isIn(hinted, call.length())) {
            return own.refused();
        }
        Outcome outcome = map(call.at(hinted));
        if (!(outcome instanceof Outcome.Ok made) || made.value() == hinted) {
            return outcome;
        }
        onRange(new OnRange(call.process(), made.value(), call.length(), RangeCall.MUNMAP));
        return place(call.at(call.address()));
    }

    private Outcome place(Mmap call) {
        Outcome outcome = map(call);
        if (outcome instanceof Outcome.Ok made && made.value() != call.placed(pageSize)) {
            throw new KernelLostException("the mapping could not be put where it was planned");
        }
        return outcome;
    }

    private Outcome map(Mmap call) {
        boolean fixed = call.flags().contains(MapFlag.FIXED) || call.flags().contains(MapFlag.FIXED_NOREPLACE);
        if (fixed && own.isIn(call.address(), call.length())) {
            return own.refused();
        }
        limits.range(call.address(), call.length());
        if (call.flags().contains(MapFlag.LOCKED)) {
            limits.call("mlock");
        }
        boolean isShared = call.sharing() == Sharing.SHARED || call.sharing() == Sharing.SHARED_VALIDATE;
        if (call.file() != null && isShared && call.file().open().writes()) {
            limits.mappingShared(call, call.file().file());
        }
        boolean populates = call.flags().contains(MapFlag.POPULATE)
                || call.flags().contains(MapFlag.LOCKED)
                || locksNew.contains(call.process());
        if (populates && allowance.exceededBy(call.length())) {
            return Allowance.refused();
        }
        DescriptorId through = call.file() == null ? null : call.file().through();
        Agent.Answer answer = call(
                Act.MMAP,
                call.process(),
                NOTHING,
                call.address(),
                call.length(),
                call.protection().number(),
                LinuxNumbers.flags(call.sharing(), call.file() == null, call.flags()),
                call.offset(),
                call.file() == null ? 0 : LinuxNumbers.open(call.file().open()),
                through != null || call.file() == null ? 0 : call.file().file().number() + 1,
                through == null ? 0 : through.number() + 1);
        if (answer.error() == ENOMEM) {
            limits.noMemory(mappings(call.process()), call.length());
        }
        allowance.use(populates && answer.error() == 0 ? call.length() : 0);
        return outcome(answer, answer.value());
    }

    private Outcome open(Open call) {
        if (call.descriptor().number() >= MOST) {
            return tooManyDescriptors();
        }
        return outcome(
                call(
                        Act.OPEN,
                        call.process(),
                        NOTHING,
                        call.descriptor().number(),
                        0,
                        0,
                        0,
                        0,
                        LinuxNumbers.open(call.mode()) | call.flags().number(),
                        call.file().number() + 1),
                0);
    }

    private Outcome dup(Dup call) {
        return call.copy().number() >= MOST
                ? tooManyDescriptors()
                : outcome(
                        call(
                                Act.DUP,
                                call.process(),
                                NOTHING,
                                call.descriptor().number(),
                                call.copy().number()),
                        0);
    }

    private static Outcome tooManyDescriptors() {
        return Outcome.Refused.onThisMachine("more than " + MOST + " descriptors");
    }

    private Outcome onRange(OnRange call) {
        RangeCall made = call.call();
        limits.call(made.systemCall(call.argument()));
        limits.sealing(made);
        if (made.populates(call.argument())) {
            long most = Math.min(mapped(call.process()), Math.max(0, call.length()));
            if (allowance.exceededBy(most)) {
                return Allowance.refused();
            }
            allowance.use(most);
        }
        boolean reaches =
                made.goesOn() ? own.isReached(call.address(), call.length()) : own.isIn(call.address(), call.length());
        if (reaches) {
            return own.refused();
        }
        limits.range(call.address(), call.length());
        Agent.Answer answer = call(
                Act.RANGE,
                call.process(),
                NOTHING,
                AgentProgram.RANGE_CALLS.indexOf(made.systemCall(call.argument())),
                call.address(),
                call.length(),
                call.argument().number());
        return outcome(answer, 0);
    }

    private Outcome onProcess(OnProcess call) {
        if (line != agent) {
            throw new RaceRefusedException("`" + call.call().word() + "` is for all threads of a process");
        }
        ProcessCall made = call.call();
        String name = made.systemCall(call.argument());
        limits.call(name);
        if (call.argument() instanceof HeapLength length) {
            return brk(call.process(), length.bytes());
        }
        boolean locks = made == ProcessCall.MLOCKALL;
        if (locks && traits.lacks(Trait.ZERO_PAGE)) {
            throw traits.missing(Trait.ZERO_PAGE, "mlockall(2), which faults pages in");
        }
        long most = locks ? mapped(call.process()) : 0;
        if (allowance.exceededBy(most)) {
            return Allowance.refused();
        }
        allowance.use(most);
        limited = true;
        Resource resource = call.argument() instanceof Limit limit ? limit.resource() : Resource.LOCKED;
        limits.limiting(resource);
        Agent.Answer answer = call(
                Act.ON_PROCESS,
                call.process(),
                NOTHING,
                LinuxNumbers.call(made),
                call.argument().number(),
                LinuxNumbers.resource(resource));
        if (made == ProcessCall.LIMIT && answer.error() != 0) {
            throw traits.missing(Trait.CALLS_ALLOWED, "a limit that is higher than the hard limit");
        }
        if (answer.error() == 0 && made != ProcessCall.LIMIT) {
            boolean future = call.argument() instanceof Flags flags && flags.contains(LockAllFlag.FUTURE);
            locksNew.remove(call.process());
            if (future) {
                locksNew.add(call.process());
            }
        }
        return outcome(answer, 0);
    }

    private Outcome brk(ProcessId process, long length) {
        for (Trait trait : List.of(Trait.HEAP_ANYWHERE, Trait.HEAP_SHRINKS_WHERE_MAPPED)) {
            if (traits.lacks(trait)) {
                throw traits.missing(trait, "brk(2)");
            }
        }
        if (own.isIn(AddressSpace.HEAP_START, length)) {
            return own.refused();
        }
        limits.range(AddressSpace.HEAP_START, length);
        long most = locksNew.contains(process) ? Math.max(0, length) : 0;
        if (allowance.exceededBy(most)) {
            return Allowance.refused();
        }
        Agent.Answer answer = call(
                Act.ON_PROCESS, process, NOTHING, LinuxNumbers.call(ProcessCall.BRK), length, AddressSpace.HEAP_START);
        if (answer.error() == ENOMEM) {
            limits.noMemory(mappings(process), length);
        }
        allowance.use(answer.error() == 0 ? most : 0);
        return outcome(answer, 0);
    }

    /** How many bytes a process has mapped. */
    private long mapped(ProcessId process) {
        long bytes = 0;
        for (MappingView mapping : mappings(process)) {
            bytes += mapping.length();
        }
        return bytes;
    }

    private Outcome mremap(Mremap call) {
        if (own.isIn(call.address(), call.oldLength()) || own.isIn(call.target(), call.newLength())) {
            return own.refused();
        }
        limits.range(call.address(), call.oldLength());
        limits.range(call.target(), call.newLength());
        Agent.Answer answer = call(
                Act.MREMAP,
                call.process(),
                NOTHING,
                call.address(),
                call.oldLength(),
                call.newLength(),
                Flags.of(call.flags()).number(),
                call.target());
        if (answer.error() == ENOMEM) {
            limits.noMemory(mappings(call.process()), call.newLength());
        }
        return outcome(answer, answer.value());
    }

    private Outcome store(Store call) {
        Optional<Byte> fill = call.data().repeats();
        long length = call.data().length();
        if (fill.isEmpty() && length > Agent.MOST_BYTES) {
            return Outcome.Refused.onThisMachine("a store of more than " + Agent.MOST_BYTES + " different bytes");
        }
        byte[] data = fill.isPresent() ? NOTHING : call.data().bytes();
        Act act = fill.isPresent() ? Act.FILL : Act.STORE;
        return access(act, call.process(), call.address(), length, call.onSignal(), data, fill.orElse((byte) 0));
    }

    private Outcome load(Load call) {
        return access(Act.LOAD, call.process(), call.address(), call.length(), call.onSignal(), NOTHING, (byte) 0);
    }

    private Outcome access(
            Act act, ProcessId process, long address, long length, OnSignal onSignal, byte[] data, byte fill) {
        if (own.isIn(address, 1)) {
            return own.refused();
        }
        limits.range(address, 1);
        boolean dies = onSignal == OnSignal.DEFAULT_ACTION;
        long most = allowance.pages();
        Agent.Answer answer =
                ask(act, running(process), data, address, length, dies ? 1 : 0, Byte.toUnsignedLong(fill), most);
        allowance.use(answer.count() + pageSize.offset(address));
        if (answer.ended()) {
            ProcessStatus status = ended(answer);
            if (!dies
                    || answer.signal() == 0
                    || !status.equals(new ProcessStatus.Killed(LinuxNumbers.signal(answer.signal())))) {
                throw endedUnasked(process, answer);
            }
            statuses.put(process, status);
        }
        if (answer.signal() != 0) {
            Signal signal = LinuxNumbers.signal(answer.signal());
            return new Outcome.Signalled(
                    signal,
                    LinuxNumbers.code(signal, answer.code()),
                    address + answer.count(),
                    "says the kernel of this machine");
        }
        if (answer.error() == E2BIG) {
            return Allowance.refused();
        }
        return new Outcome.Done(act == Act.LOAD ? data(answer.data()) : Data.EMPTY);
    }

    private static Data data(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return Data.of(copy);
    }

    private static Outcome cannotCrash() {
        throw new MachineLimitException(Trait.CRASHES, "`crash: machine` is played on the simulated kernel only");
    }

    // ---- files

    private Outcome onFile(OnFile call) {
        return call.call().takesName()
                ? onName(call, (Names) call.argument())
                : onFile(
                        call,
                        arguments -> ask(Act.ON_FILE, 0, NOTHING, arguments),
                        call.file().number());
    }

    private Outcome through(Through call) {
        return onFile(
                call.on(call.file() == null ? NO_FILE : call.file()),
                arguments -> call(Act.ON_DESCRIPTOR, call.process(), NOTHING, arguments),
                call.descriptor().number());
    }

    /**
     * A call on a file descriptor.
     *
     * @param ask how it is made
     * @param descriptor the number of the file, or of the descriptor
     */
    private Outcome onFile(OnFile call, Function<long[], Agent.Answer> ask, long descriptor) {
        FileCall made = call.call();
        String name = made.systemCall(call.argument());
        limits.call(name);
        limits.fileReaching(made.sizeAfter(0, call.offset(), call.length(), call.argument()));
        if (made.extent() == FileCall.Extent.RANGE) {
            limits.fallocate(call.file());
            long allocated = made == FileCall.PUNCH ? 0 : Math.max(0, call.length());
            if (allowance.exceededBy(allocated)) {
                return Allowance.refused();
            }
            allowance.use(allocated);
        }
        if (made == FileCall.SEAL) {
            limits.sealing((Flags) call.argument());
        }
        long[] numbers = made.numbers(call.offset(), call.length(), call.argument());
        long[] arguments =
                Arrays.copyOf(new long[] {descriptor, AgentProgram.FILE_CALLS.indexOf(name)}, 2 + numbers.length);
        System.arraycopy(numbers, 0, arguments, 2, numbers.length);
        Outcome outcome = outcome(ask.apply(arguments), 0);
        if (made == FileCall.SEAL && outcome.succeeded()) {
            limits.sealed(call.file(), (Flags) call.argument());
        }
        return outcome;
    }

    private Outcome transfer(Transfer call) {
        boolean reads = call.call().stores();
        limits.call(reads ? "pread64" : "pwrite64");
        if (own.isIn(call.address(), call.length())) {
            return own.refused();
        }
        limits.range(call.address(), call.length());
        if (!reads && traits.lacks(Trait.ZERO_PAGE)) {
            throw traits.missing(Trait.ZERO_PAGE, "pwrite(2), which reads its buffer");
        }
        long most = Math.min(call.length(), mapped(call.process()));
        if (call.length() < 0 || allowance.exceededBy(most)) {
            return Allowance.refused();
        }
        allowance.use(most);
        limits.fileReaching(reads ? 0 : call.offset() + most);
        Agent.Answer answer = call(
                reads ? Act.PREAD : Act.PWRITE,
                call.process(),
                NOTHING,
                call.descriptor().number(),
                call.address(),
                call.length(),
                call.offset());
        return outcome(answer, answer.value());
    }

    private Outcome onName(OnFile call, Names names) {
        if (call.file().number() >= MOST
                || names.name().number() >= MOST
                || names.other().number() >= MOST) {
            return Outcome.Refused.onThisMachine("more than " + MOST + " files");
        }
        if (call.call() == FileCall.CREATE) {
            limits.making(call.file(), FileKind.REGULAR);
        }
        Act act = switch (call.call()) {
            case RENAME -> Act.RENAME;
            case LINK -> Act.LINK;
            case CREATE -> Act.MAKE;
            default -> Act.UNLINK;
        };
        return outcome(
                ask(
                        act,
                        0,
                        NOTHING,
                        call.file().number(),
                        names.name().number(),
                        names.other().number()),
                0);
    }

    private Outcome write(WriteFile call) {
        Optional<Byte> fill = call.data().repeats();
        long length = call.data().length();
        if (fill.isEmpty() && Long.compareUnsigned(length, Agent.MOST_BYTES) > 0) {
            return Outcome.Refused.onThisMachine("a write(2) of more than " + Agent.MOST_BYTES + " different bytes");
        }
        if (allowance.exceededBy(length)) {
            return Allowance.refused();
        }
        limits.fileReaching(call.offset() + length);
        allowance.use(length);
        Agent.Answer answer = fill.isPresent()
                ? ask(Act.WRITE_FILL, 0, NOTHING, call.file().number(), call.offset(), fill.get() & 0xff, length)
                : ask(Act.WRITE, 0, call.data().bytes(), call.file().number(), call.offset());
        return outcome(answer, answer.value());
    }

    private Outcome read(ReadFile call) {
        limits.reading(call.length());
        Agent.Answer answer = ask(Act.READ, 0, NOTHING, call.file().number(), call.offset(), call.length());
        return answer.error() == 0 ? new Outcome.Done(data(answer.data())) : failed(answer.error());
    }

    // ---- observations

    @Override
    public Optional<MappingView> mapping(ProcessId process, long address) {
        for (MappingView view : mappings(process)) {
            if (view.start() <= address && address < view.start() + view.length()) {
                return Optional.of(view);
            }
        }
        return Optional.empty();
    }

    @Override
    public List<MappingView> mappings(ProcessId process) {
        return ProcReader.views(lines(process));
    }

    private List<ProcReader.Line> lines(ProcessId process) {
        return status(process).alive()
                ? ProcReader.lines(observe(Act.MAPPINGS, process).data())
                : List.of();
    }

    private Agent.Answer observe(Act act, ProcessId process, long... arguments) {
        Agent.Answer answer = line.ask(act, running(process), false, NOTHING, arguments);
        if (answer.ended()) {
            throw endedUnasked(process, answer);
        }
        return answer;
    }

    @Override
    public Answer<FrameId> frame(ProcessId process, long address) {
        Agent.Answer seen = observe(Act.PAGEMAP, process, address);
        if (seen.error() != 0) {
            return new Answer.Unknown<>(Trait.PAGE_TABLES_SHOWN.lack());
        }
        long entry = seen.value();
        if (!ProcReader.isPresent(entry)) {
            return new Answer.Unknown<>("no page has been touched there");
        }
        Optional<FrameId> frame = sight.frame(process, pageSize.floor(address), entry, lines(process));
        return frame.isPresent()
                ? new Answer.Known<>(frame.get())
                : new Answer.Unknown<>(Trait.FRAME_NUMBERS_SHOWN.lack());
    }

    @Override
    public Answer<Boolean> resident(ProcessId process, long address) {
        if (traits.lacks(Trait.SMALL_PAGES) || traits.forbids(Act.MINCORE.call())) {
            Trait missing = traits.lacks(Trait.SMALL_PAGES) ? Trait.SMALL_PAGES : Trait.CALLS_ALLOWED;
            return new Answer.Unknown<>(missing.lack());
        }
        Agent.Answer answer = observe(Act.MINCORE, process, pageSize.floor(address));
        return answer.error() == 0
                ? new Answer.Known<>(answer.count() != 0)
                : new Answer.Unknown<>("mincore fails with " + LinuxNumbers.errno(answer.error()));
    }

    @Override
    public Answer<Boolean> locked(ProcessId process, long address) {
        return new Answer.Known<>(observe(Act.LOCKED, process, address).value() != 0);
    }

    @Override
    public Answer<Long> rss(ProcessId process, long address) {
        for (Trait trait : List.of(Trait.SMALL_PAGES, Trait.ZERO_PAGE)) {
            if (traits.lacks(trait)) {
                return new Answer.Unknown<>(trait.lack());
            }
        }
        return new Answer.Known<>(observe(Act.RSS, process, address).value());
    }

    @Override
    public ProcessStatus status(ProcessId process) {
        ProcessStatus status = statuses.get(process);
        if (status == null) {
            throw new IllegalArgumentException("there is no " + process);
        }
        return status;
    }

    @Override
    public Optional<FileId> named(NameId name) {
        long file = agent.ask(Act.NAMED, 0, false, NOTHING, name.number()).value();
        return file < 0 ? Optional.empty() : Optional.of(new FileId((int) file));
    }

    @Override
    public boolean exists(FileId file) {
        return !segments.contains(file) || attachments(file).error() == 0;
    }

    @Override
    public long attached(FileId segment) {
        return attachments(segment).value();
    }

    private Agent.Answer attachments(FileId segment) {
        return line.ask(Act.ATTACHED, 0, false, NOTHING, segment.number());
    }

    @Override
    public long size(FileId file) {
        return line.ask(Act.SIZE, 0, false, NOTHING, file.number()).value();
    }

    @Override
    public Answer<Optional<Rest>> rest(FileId file, long from) {
        Agent.Answer answer = line.ask(Act.REST, 0, false, NOTHING, file.number(), from);
        if (answer.error() != 0) {
            Errno errno = LinuxNumbers.errno(answer.error());
            return new Answer.Unknown<>("the rest of the file can't be searched: "
                    + (errno == Errno.EFBIG ? "it has more than a gibibyte of zeros that are no hole" : errno));
        }
        Data data = data(answer.data());
        return new Answer.Known<>(data.length() == 0 ? Optional.empty() : Optional.of(new Rest(answer.value(), data)));
    }

    @Override
    public Answer<Data> onDisk(FileId file, long from, int count) {
        return new Answer.Unknown<>(NO_DISK);
    }

    @Override
    public Answer<Optional<Rest>> restOnDisk(FileId file, long from) {
        return new Answer.Unknown<>(NO_DISK);
    }

    @Override
    public Answer<MemoryUse> memoryUse() {
        return new Answer.Unknown<>("the real kernel does not say which pages a scenario uses, and which it copied");
    }

    @Override
    public Snapshot snapshot() {
        watched = true;
        ByteBuffer seen = look;
        if (seen == null) {
            seen = line.ask(Act.SNAPSHOT, 0, true, NOTHING).look();
        }
        look = null;
        return sight.snapshot(seen, statuses);
    }
}
