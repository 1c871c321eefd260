package io.github.mmaplab.kernel.call;

import static io.github.mmaplab.kernel.call.Scene.failed;
import static io.github.mmaplab.kernel.call.Scene.number;

import io.github.mmaplab.abi.DescriptorId;
import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Mappings;
import io.github.mmaplab.kernel.machine.Myth;
import io.github.mmaplab.kernel.machine.OpenFile;
import io.github.mmaplab.kernel.machine.PageCache;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Trait;
import io.github.mmaplab.kernel.machine.Transition;
import io.github.mmaplab.kernel.memory.FileState;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.kernel.memory.VmFlag;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * mmap(2), and before it the open(2) of the file. The checks come in the order of Linux: arch/x86 sys_mmap, then mm/mmap.c
 * do_mmap. Returns the address.
 *
 * @param address where the mapping goes. Without MAP_FIXED it is the caller's choice of a free range, and not an argument
 *     that could be wrong
 * @param hint where the mapping goes in place of that, if the range is free there; 0 for none, which is the address NULL
 * @param flags beside the type
 * @param file what is mapped, or null for anonymous memory
 * @param offset in the file, in bytes
 */
public record Mmap(
        ProcessId process,
        long address,
        long hint,
        long length,
        Protection protection,
        Sharing sharing,
        Set<MapFlag> flags,
        @Nullable Backing file,
        long offset)
        implements Operation {

    /** The lowest address that an ordinary user may map (vm.mmap_min_addr, 4096 by default). */
    static final long LOWEST = 4096;

    /** The largest size that any file can have (MAX_LFS_FILESIZE). */
    private static final long LARGEST_FILE = Long.MAX_VALUE;

    /**
     * A file, and how the process opened it.
     *
     * @param through the descriptor that the process has for it; null if it opens the file for this mapping alone
     */
    public record Backing(
            FileId file, OpenMode open, @Nullable DescriptorId through) {
        /** A file that is opened for this mapping alone. */
        public Backing(FileId file, OpenMode open) {
            this(file, open, null);
        }
    }

    /** Copies the flags, in their order of declaration. */
    public Mmap {
        flags = flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
    }

    /** Without a hint. */
    public Mmap(
            ProcessId process,
            long address,
            long length,
            Protection protection,
            Sharing sharing,
            Set<MapFlag> flags,
            @Nullable Backing file,
            long offset) {
        this(process, address, 0, length, protection, sharing, flags, file, offset);
    }

    /** The same call at another address, which is no hint. */
    public Mmap at(long other) {
        return new Mmap(process, other, length, protection, sharing, flags, file, offset);
    }

    /**
     * Where a hint leads: to the page that has it, and not below the lowest address (mm/mmap.c, round_hint_to_min); 0 for
     * nowhere, which is where a hint in the page at 0 leads.
     */
    public long hinted(PageSize pageSize) {
        long page = pageSize.floor(hint);
        return page == 0 || Long.compareUnsigned(page, LOWEST) >= 0 ? page : pageSize.ceil(LOWEST);
    }

    /** Where a mapping without a hint goes: SHM_RND rounds the address down. */
    public long placed(PageSize pageSize) {
        return flags.contains(MapFlag.RND) ? pageSize.floor(address) : address;
    }

    /** Where the call put its mapping, or was to put it if it failed. */
    public long address(Outcome outcome) {
        return outcome instanceof Outcome.Ok made ? made.value() : address;
    }

    @Override
    public Transition applyTo(Machine machine) {
        if (hint != 0) {
            return at(isFree(machine) ? hinted(machine.pageSize()) : address).applyTo(machine);
        }
        Draft draft = Scene.draft(machine, process);
        if (file != null && draft.file(file.file()).kind() == FileKind.SYSV) {
            return draft.seal(at(placed(draft.pageSize())).attach(draft, draft.file(file.file())));
        }
        Outcome wrong = draft.pageSize().aligned(offset) ? null : unaligned();
        if (wrong == null || file == null || file.through() == null) {
            // a file is opened before mmap(2) sees any of its arguments
            wrong = open(draft);
        }
        if (wrong == null) {
            wrong = checkArguments(draft);
        }
        if (wrong == null) {
            wrong = file == null ? checkAnonymous() : checkFile(draft, file);
        }
        return draft.seal(wrong == null ? map(draft) : wrong);
    }

    /** Whether the range that a hint leads to is one, and free (arch_get_unmapped_area_topdown). */
    private boolean isFree(Machine machine) {
        PageSize pageSize = machine.pageSize();
        long start = hinted(pageSize);
        long rounded = pageSize.ceil(length);
        boolean reaches = start != 0
                && rounded > 0
                && rounded <= pageSize.taskSize()
                && Long.compareUnsigned(start, pageSize.taskSize() - rounded) <= 0;
        return reaches && !machine.process(process).space().occupied(start, start + rounded);
    }

    /** shmat(2), as ipc/shm.c do_shmat goes about it before it calls do_mmap. MAP_FIXED is SHM_REMAP. */
    private Outcome attach(Draft draft, FileState segment) {
        PageSize pageSize = draft.pageSize();
        if (!pageSize.aligned(address)) {
            return failed(Errno.EINVAL, Scene.unaligned("address", address) + ", shmat(2)");
        }
        if (address == 0 && flags.contains(MapFlag.FIXED)) {
            return failed(Errno.EINVAL, "SHM_REMAP needs an address, shmat(2)");
        }
        if (segment.destroyed()) {
            return failed(Errno.EINVAL, Scene.NO_SEGMENT + ", shmat(2)");
        }
        if (protection.execute() || (protection.write() && !segment.writable())) {
            return failed(
                    Errno.EACCES,
                    "the segment's permissions do not allow " + (protection.execute() ? "execution" : "writing")
                            + ", shmat(2)");
        }
        long end = address + length;
        boolean replaces = flags.contains(MapFlag.FIXED) && !draft.believes(Myth.FIXED_FAILS_ON_MAPPED);
        if (!replaces
                && (Long.compareUnsigned(end, address) < 0
                        || draft.space(process).occupied(address, pageSize.ceil(end)))) {
            return failed(Errno.EINVAL, "something is mapped in the range, shmat(2)");
        }
        Outcome wrong = checkArguments(draft);
        if (wrong != null) {
            return wrong;
        }
        // the call itself counts as an attachment while SHM_REMAP replaces what may be the last one
        draft.count(segment.id(), 1);
        Outcome outcome = map(draft);
        draft.count(segment.id(), -1);
        return outcome;
    }

    private @Nullable Outcome open(Draft draft) {
        if (file == null) {
            return null;
        }
        if (file.through() == null) {
            return Scene.notOpened(draft.file(file.file()), file.open());
        }
        return draft.opened(process, file.through()) == null ? Scene.notOpen("mmap(2)") : null;
    }

    private @Nullable Outcome checkArguments(Draft draft) {
        PageSize pageSize = draft.pageSize();
        if (!pageSize.aligned(offset)) {
            return unaligned();
        }
        if (length == 0) {
            return failed(Errno.EINVAL, "a mapping of length 0 is not allowed, mmap(2)");
        }
        long rounded = pageSize.ceil(length);
        if (rounded == 0 || Long.compareUnsigned(rounded, pageSize.taskSize()) > 0) {
            return failed(Errno.ENOMEM, "length " + number(length) + " is more than the address space, mmap(2)");
        }
        if (Long.compareUnsigned(address, pageSize.taskSize() - rounded) > 0) {
            return failed(Errno.ENOMEM, "the range reaches beyond the address space, mmap(2)");
        }
        Outcome wrong = fixed() ? checkFixed(draft, rounded) : null;
        return wrong == null ? checkLocking(draft, rounded) : wrong;
    }

    private @Nullable Outcome checkLocking(Draft draft, long rounded) {
        Room room = new Room(draft, process);
        if (flags.contains(MapFlag.LOCKED) && !room.allowsLocking()) {
            return failed(Errno.EPERM, "RLIMIT_MEMLOCK is 0, mmap(2) MAP_LOCKED");
        }
        return vmFlags(draft).contains(VmFlag.LOCKED) && !room.allowsLockingMore(rounded)
                ? failed(Errno.EAGAIN, "more would be locked than RLIMIT_MEMLOCK allows, mmap(2)")
                : null;
    }

    private Outcome unaligned() {
        return failed(Errno.EINVAL, Scene.unaligned("offset", offset) + ", mmap(2)");
    }

    private @Nullable Outcome checkFixed(Draft draft, long rounded) {
        if (!draft.pageSize().aligned(address)) {
            return failed(Errno.EINVAL, Scene.unaligned("address", address) + ", mmap(2) MAP_FIXED");
        }
        if (Long.compareUnsigned(address, LOWEST) < 0) {
            return failed(Errno.EPERM, "address " + number(address) + " is below vm.mmap_min_addr, mmap(2)");
        }
        boolean keeps = flags.contains(MapFlag.FIXED_NOREPLACE) || draft.believes(Myth.FIXED_FAILS_ON_MAPPED);
        if (keeps && draft.space(process).occupied(address, address + rounded)) {
            return failed(Errno.EEXIST, "the range is mapped already, mmap(2) MAP_FIXED_NOREPLACE");
        }
        return null;
    }

    private @Nullable Outcome checkAnonymous() {
        return sharing == Sharing.PRIVATE || sharing == Sharing.SHARED ? null : noType();
    }

    private Outcome noType() {
        return failed(
                Errno.EINVAL,
                sharing == Sharing.SHARED_VALIDATE
                        ? "MAP_SHARED_VALIDATE needs a file, mmap(2)"
                        : "neither MAP_PRIVATE nor MAP_SHARED is given, mmap(2)");
    }

    private @Nullable Outcome checkFile(Draft draft, Backing backing) {
        OpenMode mode = mode(draft, backing);
        PageSize pageSize = draft.pageSize();
        long room = LARGEST_FILE - pageSize.ceil(length);
        if (pageSize.number(offset) > pageSize.number(room)) {
            return failed(Errno.EOVERFLOW, "offset and length are more than a file can have, mmap(2)");
        }
        if (sharing == Sharing.NONE) {
            return noType();
        }
        // mm/mmap.c: LEGACY_MAP_MASK, the flags that MAP_SHARED_VALIDATE knows, lacks this one.
        if (sharing == Sharing.SHARED_VALIDATE && flags.contains(MapFlag.FIXED_NOREPLACE)) {
            return failed(Errno.EOPNOTSUPP, "MAP_SHARED_VALIDATE does not know MAP_FIXED_NOREPLACE, mmap(2)");
        }
        if (shared() && protection.write() && !mode.writes()) {
            return failed(Errno.EACCES, "PROT_WRITE with MAP_SHARED needs a file opened for writing, mmap(2)");
        }
        if (!mode.reads()) {
            return failed(Errno.EACCES, "the file is not opened for reading, mmap(2)");
        }
        return checkSeals(draft, draft.file(backing.file()));
    }

    /** mm/memfd.c, memfd_check_seals_mmap, as of Linux 6.14: before anything is changed. */
    private @Nullable Outcome checkSeals(Draft draft, FileState state) {
        boolean concerned = shared() || draft.believes(Myth.SEALS_REACH_PRIVATE);
        return concerned && protection.write() && state.writeSealed()
                ? failed(
                        Errno.EPERM,
                        "the file is sealed against writing (" + Seals.writeSeal(state)
                                + "), and PROT_WRITE with MAP_SHARED would allow it, mmap(2)")
                : null;
    }

    private Outcome map(Draft draft) {
        long end = address + draft.pageSize().ceil(length);
        Room room = new Room(draft, process);
        // mm/vma.c, __mmap_setup: what is replaced does not count, whatever it is
        Mappings mappings = new Mappings(draft, process);
        boolean isAllowed =
                room.allowsMapping(end - address - room.mapped(address, end), Room.isData(protection, shared()));
        boolean isSealed =
                draft.space(process).overlapping(address, end).stream().anyMatch(Mapping::sealed);
        if (!isAllowed && !isSealed) {
            if (draft.has(Trait.SPLITS_BEFORE_LIMITS)) {
                mappings.split(address);
                mappings.split(end);
            }
            return failed(Errno.ENOMEM, "more would be mapped than the process's limits allow, mmap(2)");
        }
        if (fixed()) {
            if (!mappings.unmap(address, end)) {
                return failed(Errno.EPERM, "what is mapped there is sealed (mseal), mmap(2) MAP_FIXED");
            }
        } else {
            Scene.requireFree(draft, process, address, end - address);
        }
        if (file != null && draft.believes(Myth.MAPPING_EXTENDS_THE_FILE)) {
            extend(draft, file.file());
        }
        mappings.add(mapping(draft, end));
        draft.note(new Event.MappingMade(process, address, end - address));
        Outcome refused = null;
        Population population = new Population(draft, process);
        if (file != null && !shared() && !draft.holds(Rule.PRIVATE_FOLLOWS_FILE)) {
            refused = population.snapshot(address, end);
        }
        mappings.merge(address);
        if (refused == null && draft.believes(Myth.MMAP_ALLOCATES)) {
            refused = population.allocate(address, end);
        }
        boolean populates = flags.contains(MapFlag.POPULATE) && !flags.contains(MapFlag.NONBLOCK);
        Set<VmFlag> vmFlags = vmFlags(draft);
        // mm/gup.c, populate_vma_page_range: never what is locked on fault
        boolean waits = vmFlags.contains(VmFlag.LOCKONFAULT);
        if (refused == null && !waits && (populates || vmFlags.contains(VmFlag.LOCKED))) {
            refused = population.populate(address, end);
        }
        return refused == null ? new Outcome.Ok(address) : refused;
    }

    private void extend(Draft draft, FileId id) {
        FileState state = draft.file(id);
        long needed = offset + length;
        if (state.writable() && needed > state.size() && needed <= draft.largest(state.kind())) {
            new PageCache(draft, id).resize(needed);
        }
    }

    /** The first nameless file that other processes have, if all shared anonymous memory is one; else a new one. */
    private FileId nameless(Draft draft, long size) {
        FileState first = null;
        for (FileState state : draft.believes(Myth.SHARED_ANONYMOUS_IS_ONE) ? draft.files() : List.<FileState>of()) {
            boolean own = draft.space(process).mappings().values().stream()
                    .anyMatch(mapping -> state.id().equals(mapping.file()));
            // they are numbered downwards
            first = state.id().nameless() && !own ? state : first;
        }
        if (first == null) {
            return draft.createNameless(size);
        }
        draft.file(first.withSize(Math.max(size, first.size())));
        return first.id();
    }

    private OpenMode mode(Draft draft, Backing backing) {
        OpenFile open = backing.through() == null ? null : draft.opened(process, backing.through());
        return open == null ? backing.open() : open.mode();
    }

    private Mapping mapping(Draft draft, long end) {
        FileId mapped = file != null ? file.file() : null;
        long at = draft.believes(Myth.OFFSETS_ARE_IGNORED) ? 0 : offset;
        if (file == null) {
            mapped = shared() ? nameless(draft, end - address) : null;
            at = shared() ? 0 : address;
        }
        OpenFile through = file == null || file.through() == null ? null : draft.opened(process, file.through());
        long opened = mapped == null ? 0 : through != null ? through.opened() : draft.open();
        boolean mayWrite = !shared()
                || file == null
                || (mode(draft, file).writes() && !draft.file(file.file()).writeSealed());
        return new Mapping(
                address, end, protection, shared(), mayWrite, mapped, opened, at, vmFlags(draft), Mapping.Family.NONE);
    }

    /** include/linux/mman.h, calc_vm_flag_bits; mm/vma.c, accountable_mapping; what mlockall(2) asks of each mapping. */
    private Set<VmFlag> vmFlags(Draft draft) {
        Set<VmFlag> vmFlags = EnumSet.noneOf(VmFlag.class);
        vmFlags.addAll(draft.process(process).locksNew());
        if (flags.contains(MapFlag.NORESERVE)) {
            vmFlags.add(VmFlag.NORESERVE);
        } else if (!shared() && protection.write()) {
            vmFlags.add(VmFlag.ACCOUNT);
        }
        if (flags.contains(MapFlag.LOCKED)) {
            vmFlags.add(VmFlag.LOCKED);
        }
        if (flags.contains(MapFlag.STACK)) {
            vmFlags.add(VmFlag.NOHUGEPAGE);
        }
        return vmFlags;
    }

    private boolean fixed() {
        return flags.contains(MapFlag.FIXED) || flags.contains(MapFlag.FIXED_NOREPLACE);
    }

    private boolean shared() {
        return sharing == Sharing.SHARED || sharing == Sharing.SHARED_VALIDATE;
    }
}
