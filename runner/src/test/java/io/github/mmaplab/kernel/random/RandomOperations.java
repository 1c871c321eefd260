package io.github.mmaplab.kernel.random;

import static io.github.mmaplab.kernel.random.NaiveFile.P;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.DescriptorId;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.HeapLength;
import io.github.mmaplab.abi.Limit;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.abi.Names;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.OpenFlag;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.ProcessCall;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.abi.RemapFlag;
import io.github.mmaplab.abi.Resource;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.abi.TransferCall;
import io.github.mmaplab.kernel.call.Close;
import io.github.mmaplab.kernel.call.Create;
import io.github.mmaplab.kernel.call.Dup;
import io.github.mmaplab.kernel.call.Exec;
import io.github.mmaplab.kernel.call.Exit;
import io.github.mmaplab.kernel.call.Fork;
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
import io.github.mmaplab.kernel.machine.Limits;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.ProcessState;
import io.github.mmaplab.kernel.memory.AddressSpace;
import io.github.mmaplab.kernel.memory.Mapping;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

/** Operations by chance, a few processes and files crowded into a few pages, so that everything has neighbours. */
final class RandomOperations {

    /** Where the crowd is. */
    static final long START = 1L << 44;

    /** How many pages it has. */
    static final int ROOM = 24;

    /** How many pages a heap has at most. */
    static final int HEAP = 8;

    private static final int MOST_PROCESSES = 5;
    private static final int MOST_FILES = 6;
    private static final FileKind[] KINDS = {FileKind.REGULAR, FileKind.REGULAR, FileKind.SHM, FileKind.MEMFD};
    private static final String[] PROTECTIONS = {"rw", "rw", "rw", "r", "r", "w", "", "rx"};

    private final SplittableRandom random;
    private int nextProcess = 1;
    private int nextFile;
    private int nextMade = 100;

    RandomOperations(long seed) {
        random = new SplittableRandom(seed);
    }

    /** What could happen to {@code machine} next. */
    Operation next(Machine machine) {
        List<ProcessId> running = new ArrayList<>();
        for (ProcessState process : machine.processes().values()) {
            if (process.status().alive()) {
                running.add(process.id());
            }
        }
        if (running.isEmpty()) {
            return new Spawn(new ProcessId(nextProcess++));
        }
        if (nextFile < 4) {
            return create();
        }
        ProcessId process = running.get(random.nextInt(running.size()));
        int kind = random.nextInt(100);
        if (kind < 20) {
            return mmap(machine, process);
        } else if (kind < 42) {
            return new Store(process, address(), text(length()), onSignal());
        } else if (kind < 54) {
            return new Load(process, address(), length(), onSignal());
        } else if (kind < 84) {
            return call(machine, process);
        } else if (kind < 88) {
            return lifeOrDeath(running, process);
        }
        return file(machine);
    }

    private Operation call(Machine machine, ProcessId process) {
        long address = page();
        long length = random.nextInt(1, 7) * (long) P - (random.nextInt(4) == 0 ? 100 : 0);
        if (random.nextInt(5) == 0) {
            return mremap(machine, process);
        }
        if (random.nextInt(12) == 0) {
            return onProcess(process);
        }
        if (random.nextInt(12) == 0) {
            return onDescriptor(process);
        }
        RangeCall call = one(RangeCall.values());
        if (call == RangeCall.MSEAL && random.nextInt(8) > 0) {
            return call(machine, process);
        }
        List<Argument> arguments = call.takes().examples();
        Argument argument = call == RangeCall.MADVISE && random.nextBoolean()
                ? Advice.DONTNEED
                : arguments.get(random.nextInt(arguments.size()));
        return new OnRange(process, address, length, call, argument);
    }

    /** Data is counted by mappings, which the naive machine does not know: no limit for it. */
    private Operation onProcess(ProcessId process) {
        ProcessCall call = one(ProcessCall.values());
        if (call == ProcessCall.LIMIT) {
            Resource resource = random.nextBoolean() ? Resource.LOCKED : Resource.ADDRESS_SPACE;
            return new OnProcess(process, call, new Limit(resource, random.nextInt(2 * ROOM) * (long) P));
        }
        if (call == ProcessCall.BRK) {
            return new OnProcess(process, call, new HeapLength(random.nextInt(HEAP * P)));
        }
        List<Argument> arguments = call.takes().examples();
        return new OnProcess(process, call, arguments.get(random.nextInt(arguments.size())));
    }

    private Operation onDescriptor(ProcessId process) {
        DescriptorId one = new DescriptorId(random.nextInt(3));
        return switch (random.nextInt(10)) {
            case 0, 1 -> new Open(process, one, fileId(), one(OpenMode.values()), openFlags());
            case 2 -> new Close(process, one);
            case 3, 4, 5, 6 -> new Transfer(process, one, one(TransferCall.values()), address(), length(), offset());
            case 7, 8 -> through(process, one);
            default -> new Dup(process, one, new DescriptorId(random.nextInt(3)));
        };
    }

    private Flags openFlags() {
        return random.nextInt(4) == 0 ? Flags.of(one(OpenFlag.values())) : Flags.of();
    }

    private Operation through(ProcessId process, DescriptorId descriptor) {
        FileCall call = one(FileCall.values());
        if (call.takesName()) {
            call = FileCall.SYNC;
        }
        List<Argument> arguments = call.takes().examples();
        Argument argument = arguments.get(random.nextInt(arguments.size()));
        return call == FileCall.TRUNCATE
                ? new Through(process, descriptor, null, call, 0, offset(), argument)
                : new Through(process, descriptor, null, call, offset(), length() + 1, argument);
    }

    private Operation mmap(Machine machine, ProcessId process) {
        long address = page();
        long length = random.nextInt(1, 6) * (long) P;
        boolean file = random.nextInt(5) < 3;
        Mmap.Backing backing = file
                ? new Mmap.Backing(fileId(), random.nextInt(4) == 0 ? one(OpenMode.values()) : OpenMode.READ_WRITE)
                : null;
        Sharing sharing = random.nextInt(20) == 0
                ? one(Sharing.values())
                : random.nextBoolean() ? Sharing.PRIVATE : Sharing.SHARED;
        Set<MapFlag> flags = EnumSet.noneOf(MapFlag.class);
        if (machine.process(process).space().occupied(address, address + length) || random.nextInt(3) == 0) {
            flags.add(random.nextInt(4) == 0 ? MapFlag.FIXED_NOREPLACE : MapFlag.FIXED);
        }
        if (random.nextInt(5) == 0) {
            flags.add(MapFlag.POPULATE);
        }
        if (random.nextInt(10) == 0) {
            flags.add(random.nextBoolean() ? MapFlag.NORESERVE : MapFlag.STACK);
        }
        long offset = random.nextInt(4) * (long) P + (random.nextInt(40) == 0 ? 1 : 0);
        boolean fixed = flags.contains(MapFlag.FIXED) || flags.contains(MapFlag.FIXED_NOREPLACE);
        long hint = fixed || random.nextInt(3) > 0 ? 0 : page() + random.nextInt(2);
        return new Mmap(process, address, hint, length, protection(), sharing, flags, backing, offset);
    }

    private Operation mremap(Machine machine, ProcessId process) {
        AddressSpace space = machine.process(process).space();
        Set<RemapFlag> flags = some(RemapFlag.class);
        if (machine.process(process).limits().addressSpace() != Limits.NONE) {
            flags.remove(RemapFlag.DONTUNMAP); // counted mapping by mapping too
        }
        long old = random.nextInt(6) * (long) P;
        long now = random.nextInt(3) == 0 ? old : random.nextInt(6) * (long) P;
        // Where a mapping may go that need not, is a free place far from where it is.
        long target = flags.contains(RemapFlag.FIXED) ? page() : START + (2 * ROOM + random.nextInt(8)) * (long) P;
        while (!flags.contains(RemapFlag.FIXED)
                && machine.process(process).space().occupied(target, target + now)) {
            target += P;
        }
        long address = page();
        if (flags.contains(RemapFlag.FIXED)
                && old == now
                && (isSealed(space, address, now) || isSealed(space, target, now))) {
            old = P; // the model moves pages, the kernel mappings: it would stop at another place
            now = P;
        }
        return new Mremap(process, address, old, now, flags, target);
    }

    private static boolean isSealed(AddressSpace space, long start, long length) {
        return space.overlapping(start, start + length).stream().anyMatch(Mapping::sealed);
    }

    private Operation lifeOrDeath(List<ProcessId> running, ProcessId process) {
        if (running.size() < 2 || (running.size() < MOST_PROCESSES && random.nextInt(3) > 0)) {
            ProcessId next = new ProcessId(nextProcess++);
            return random.nextInt(6) == 0 ? new Spawn(next) : new Fork(process, next);
        }
        return switch (random.nextInt(3)) {
            case 0 -> new Exec(process);
            case 1 -> new Exit(process, 0);
            default -> new Kill(process);
        };
    }

    private Operation file(Machine machine) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> new WriteFile(fileId(), offset(), text(length()));
            case 4, 5 -> new ReadFile(fileId(), offset(), length());
            case 6, 7, 8 -> onFile(machine, FileCall.TRUNCATE);
            case 9, 10 -> onFile(machine, one(FileCall.values()));
            default -> nextFile < MOST_FILES && random.nextInt(4) == 0 ? create() : sync(machine);
        };
    }

    private Operation sync(Machine machine) {
        return random.nextInt(4) == 0 ? new SyncFolder() : onFile(machine, FileCall.SYNC);
    }

    /** A call on a file; where its name goes, which mmap needs, or where it is sealed, mostly another. */
    private Operation onFile(Machine machine, FileCall call) {
        if ((call == FileCall.UNLINK && random.nextInt(4) > 0) || (call == FileCall.SEAL && random.nextInt(8) > 0)) {
            return onFile(machine, one(FileCall.values()));
        }
        if (call.takesName()) {
            return onName(machine, call);
        }
        List<Argument> arguments = call.takes().examples();
        Argument argument = arguments.get(random.nextInt(arguments.size()));
        return call == FileCall.TRUNCATE
                ? new OnFile(fileId(), 0, offset(), call, argument)
                : new OnFile(fileId(), offset(), length() + 1, call, argument);
    }

    /** A call on a name; shared memory keeps its own. */
    private Operation onName(Machine machine, FileCall call) {
        NameId other = new NameId(MOST_FILES + random.nextInt(4));
        if (call == FileCall.CREATE) {
            return new OnFile(new FileId(nextMade++), 0, 0, call, Names.of(other));
        }
        List<NameId> regular = new ArrayList<>();
        machine.names().forEach((name, file) -> {
            if (machine.file(file).kind() == FileKind.REGULAR || call == FileCall.UNLINK) {
                regular.add(name);
            }
        });
        if (regular.isEmpty() || random.nextInt(10) == 0) {
            FileId any = fileId();
            return machine.file(any).kind() == FileKind.REGULAR || call == FileCall.UNLINK
                    ? new OnFile(any, 0, 0, call, new Names(new NameId(any.number()), other))
                    : new SyncFolder();
        }
        NameId name = regular.get(random.nextInt(regular.size()));
        NameId to = random.nextBoolean() ? other : regular.get(random.nextInt(regular.size()));
        FileId file = Objects.requireNonNull(machine.names().get(name));
        return new OnFile(file, 0, 0, call, new Names(name, to));
    }

    private Operation create() {
        FileKind kind = one(KINDS);
        long size = offset();
        List<Create.Piece> pieces = size == 0 || random.nextInt(3) == 0
                ? List.of()
                : List.of(new Create.Piece(0, text(random.nextLong(size) + 1)));
        return new Create(new FileId(nextFile++), kind, random.nextInt(8) > 0, size, pieces);
    }

    private FileId fileId() {
        return new FileId(random.nextInt(nextFile));
    }

    private long page() {
        return random.nextInt(8) == 0
                ? AddressSpace.HEAP_START + random.nextInt(HEAP) * (long) P
                : START + random.nextInt(ROOM) * (long) P;
    }

    private long address() {
        return page() + border();
    }

    /** A place in a file, often at the border of a page. */
    private long offset() {
        return random.nextInt(6) * (long) P + border();
    }

    private long border() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> P - 1;
            default -> random.nextInt(P);
        };
    }

    private long length() {
        return random.nextInt(3) == 0 ? random.nextInt(3 * P) : random.nextInt(8);
    }

    private Data text(long length) {
        byte[] bytes = new byte[(int) length];
        byte letter = (byte) random.nextInt('a', 'z' + 1);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (letter + i % 7);
        }
        return Data.of(bytes);
    }

    private Protection protection() {
        String letters = one(PROTECTIONS);
        return new Protection(letters.contains("r"), letters.contains("w"), letters.contains("x"));
    }

    private OnSignal onSignal() {
        return random.nextInt(40) == 0 ? OnSignal.DEFAULT_ACTION : OnSignal.HANDLE;
    }

    private <T> T one(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private <E extends Enum<E>> Set<E> some(Class<E> type) {
        Set<E> some = EnumSet.noneOf(type);
        for (E one : type.getEnumConstants()) {
            if (random.nextBoolean()) {
                some.add(one);
            }
        }
        return some;
    }
}
