package io.github.mmaplab.kernel.random;

import static io.github.mmaplab.kernel.random.NaiveFile.P;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.DescriptorId;
import io.github.mmaplab.abi.FallocateFlag;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.abi.Names;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.OpenFlag;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.Seal;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.abi.SyncFlag;
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
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Linux as simple as it can be: a process is a map from page numbers to what is there, and every access goes byte by
 * byte. It knows no mappings, no page tables and no counts. What a call comes to it says in a word.
 */
final class NaiveMachine {

    private static final Set<Advice> LETS_GO =
            EnumSet.of(Advice.DONTNEED, Advice.REMOVE, Advice.FREE, Advice.COLD, Advice.PAGEOUT, Advice.GUARD_INSTALL);

    private static final Set<Advice> DISCARDS = EnumSet.of(
            Advice.DONTNEED,
            Advice.DONTNEED_LOCKED,
            Advice.REMOVE,
            Advice.FREE,
            Advice.DONTFORK,
            Advice.WIPEONFORK,
            Advice.GUARD_INSTALL);

    final Map<ProcessId, Map<Long, NaiveSlot>> processes = new TreeMap<>();
    final Map<FileId, NaiveFile> files = new TreeMap<>();
    final Map<NameId, NaiveFile> names = new TreeMap<>();
    final Map<ProcessId, NaiveLimits> limits = new TreeMap<>();
    final Map<ProcessId, Map<DescriptorId, Opened>> descriptors = new TreeMap<>();
    long copies;

    /** What a descriptor refers to. */
    record Opened(NaiveFile file, OpenMode mode, boolean appends) {}

    /** What the operation comes to: {@code ok}, an errno, or a signal; then what it returned. */
    String apply(Operation operation) {
        if (operation instanceof Mmap call) {
            return mmap(call);
        } else if (operation instanceof OnRange call) {
            return switch (call.call()) {
                case MUNMAP -> munmap(call);
                case MPROTECT -> mprotect(call, (Protection) call.argument());
                case MSYNC -> msync(call, (Flags) call.argument());
                case MADVISE -> madvise(call, (Advice) call.argument());
                case MLOCK -> lock(call, true, call.argument().number() != 0);
                case MUNLOCK -> lock(call, false, false);
                case MSEAL -> mseal(call);
                case SHMDT -> "EINVAL"; // no file is a segment here
            };
        } else if (operation instanceof OnProcess call) {
            return limits(call.process()).call(this, space(call.process()), call);
        } else if (operation instanceof Open call) {
            return open(call, file(call.file()));
        } else if (operation instanceof Close call) {
            return descriptors(call.process()).remove(call.descriptor()) == null ? "EBADF" : "ok 0";
        } else if (operation instanceof Dup call) {
            return dup(call, descriptors(call.process()));
        } else if (operation instanceof Through call) {
            return through(call, descriptors(call.process()).get(call.descriptor()));
        } else if (operation instanceof Transfer call) {
            return transfer(call, descriptors(call.process()).get(call.descriptor()));
        } else if (operation instanceof Load call) {
            byte[] bytes = new byte[(int) call.length()];
            return access(call.process(), call.address(), bytes, false, call.onSignal());
        } else if (operation instanceof Store call) {
            return access(call.process(), call.address(), call.data().bytes(), true, call.onSignal());
        } else if (operation instanceof Fork call) {
            Map<Long, NaiveSlot> child = new TreeMap<>();
            space(call.process()).forEach((page, slot) -> {
                if (slot.inherited) {
                    child.put(page, slot.forked());
                }
            });
            processes.put(call.child(), child);
            NaiveLimits inherited = limits(call.process()).forked();
            inherited.heap = limits(call.process()).heap;
            limits.put(call.child(), inherited);
            descriptors.put(call.child(), new TreeMap<>(descriptors(call.process())));
            return "ok 0";
        } else if (operation instanceof Exec call) {
            space(call.process()).clear();
            limits.put(call.process(), limits(call.process()).forked());
            return "ok 0";
        } else if (operation instanceof Exit call) {
            processes.remove(call.process());
            return "ok 0";
        } else if (operation instanceof Kill call) {
            processes.remove(call.process());
            return "ok 0";
        } else if (operation instanceof Spawn call) {
            processes.put(call.process(), new TreeMap<>());
            return "ok 0";
        }
        return file(operation);
    }

    private Map<DescriptorId, Opened> descriptors(ProcessId process) {
        return descriptors.computeIfAbsent(process, none -> new TreeMap<>());
    }

    private String open(Open call, NaiveFile file) {
        boolean empties = call.flags().contains(OpenFlag.TRUNCATE);
        if (!file.linked) {
            return "ENOENT";
        } else if ((call.mode().writes() || empties) && !file.writable) {
            return "EACCES";
        } else if (empties && file.size > 0 && file.seals.contains(Seal.SHRINK)) {
            return "EPERM";
        }
        if (empties) {
            takeAway(file, file.resize(0));
        }
        descriptors(call.process())
                .put(
                        call.descriptor(),
                        new Opened(file, call.mode(), call.flags().contains(OpenFlag.APPEND)));
        return "ok 0";
    }

    private static String dup(Dup call, Map<DescriptorId, Opened> open) {
        Opened file = open.get(call.descriptor());
        if (file == null) {
            return "EBADF";
        }
        open.put(call.copy(), file);
        return "ok 0";
    }

    private String through(Through call, @Nullable Opened open) {
        if (open == null) {
            return "EBADF";
        } else if (!open.mode().writes() && call.call() != FileCall.SYNC) {
            return call.call() == FileCall.TRUNCATE ? "EINVAL" : call.call() == FileCall.SEAL ? "EPERM" : "EBADF";
        }
        return onFile(open.file(), call.on(new FileId(0)));
    }

    /** Byte by byte, until one cannot be moved. */
    private String transfer(Transfer call, @Nullable Opened open) {
        boolean reads = call.call() == TransferCall.PREAD;
        if (open == null || !(reads ? open.mode().reads() : open.mode().writes())) {
            return "EBADF";
        }
        NaiveFile file = open.file();
        long from = open.appends() && !reads ? file.size : call.offset();
        long count = reads
                ? Math.max(0, Math.min(call.length(), file.size - from))
                : file.writable(from, (int) call.length());
        byte[] bytes = reads ? file.read(from, count) : new byte[(int) count];
        for (int done = 0; done < count; done++) {
            byte[] one = {bytes[done]};
            if (!access(call.process(), call.address() + done, one, reads, OnSignal.HANDLE)
                    .startsWith("ok")) {
                count = done;
            } else if (!reads) {
                file.write(from + done, one);
            }
        }
        return count > 0 || call.length() == 0 || (reads && from >= file.size)
                ? "ok " + count
                : reads || file.writable(from, (int) call.length()) > 0 ? "EFAULT" : "EPERM";
    }

    private String file(Operation operation) {
        if (operation instanceof Create call) {
            NaiveFile file = new NaiveFile(call.kind(), call.writable(), call.size());
            files.put(call.file(), file);
            if (call.kind() != FileKind.MEMFD) {
                names.put(new NameId(call.file().number()), file);
            }
            call.pieces()
                    .forEach(piece -> file.write(piece.offset(), piece.data().bytes()));
            file.writeBack(0, Long.MAX_VALUE / P - 1);
        } else if (operation instanceof WriteFile call) {
            return write(file(call.file()), call.offset(), call.data().bytes());
        } else if (operation instanceof ReadFile call) {
            return "ok " + Arrays.hashCode(file(call.file()).read(call.offset(), call.length()));
        } else if (operation instanceof SyncFolder) {
            return "ok 0";
        } else if (operation instanceof OnFile call && call.call() == FileCall.CREATE) {
            NameId name = ((Names) call.argument()).name();
            return names.putIfAbsent(name, made(call)) == null ? "ok 0" : "EEXIST";
        } else if (operation instanceof OnFile call) {
            return onFile(file(call.file()), call);
        } else {
            throw new IllegalArgumentException("no one has written what comes of " + operation);
        }
        return "ok 0";
    }

    private static String write(NaiveFile file, long offset, byte[] bytes) {
        long count = file.writable(offset, bytes.length);
        if (bytes.length > 0 && count == 0) {
            return "EPERM";
        }
        file.write(offset, Arrays.copyOf(bytes, (int) count));
        return "ok " + count;
    }

    private String seal(NaiveFile file, Flags added) {
        if (file.kind.hasDisk()) {
            return "EINVAL";
        } else if (file.seals.contains(Seal.SEAL)) {
            return "EPERM";
        } else if (added.contains(Seal.WRITE) && !file.seals.contains(Seal.WRITE)) {
            for (Map<Long, NaiveSlot> space : processes.values()) {
                for (NaiveSlot slot : space.values()) {
                    if (slot.file == file && slot.shared && slot.mayWrite) {
                        return "EBUSY";
                    }
                }
            }
        }
        added.flags().forEach(seal -> file.seals.add((Seal) seal));
        return "ok 0";
    }

    private NaiveFile made(OnFile call) {
        NaiveFile file = new NaiveFile(FileKind.REGULAR, true, 0);
        if (!names.containsKey(((Names) call.argument()).name())) {
            files.put(call.file(), file);
        }
        return file;
    }

    private String rename(NaiveFile file, Names given) {
        NaiveFile replaced = names.get(given.other());
        if (names.get(given.name()) != file) {
            return "ENOENT";
        }
        if (replaced != file) {
            names.remove(given.name());
            names.put(given.other(), file);
            if (replaced != null) {
                replaced.linked = names.containsValue(replaced);
            }
        }
        return "ok 0";
    }

    private String link(NaiveFile file, Names given) {
        if (names.get(given.name()) != file) {
            return "ENOENT";
        }
        return names.putIfAbsent(given.other(), file) == null ? "ok 0" : "EEXIST";
    }

    private String onFile(NaiveFile file, OnFile call) {
        switch (call.call()) {
            case TRUNCATE -> {
                if (file.seals.contains(call.length() < file.size ? Seal.SHRINK : Seal.GROW)
                        && call.length() != file.size) {
                    return "EPERM";
                }
                takeAway(file, file.resize(call.length()));
            }
            case PUNCH -> {
                if (file.isWriteSealed()) {
                    return "EPERM";
                }
                file.punch(call.offset(), call.length());
            }
            case SEAL -> {
                return seal(file, (Flags) call.argument());
            }
            case ALLOCATE -> {
                if (call.offset() + call.length() > file.size && file.seals.contains(Seal.GROW)) {
                    return "EPERM";
                }
                if (!call.argument().equals(Flags.of(FallocateFlag.KEEP_SIZE))) {
                    file.reach(call.offset() + call.length());
                }
            }
            case SYNC -> file.writeBack(0, Long.MAX_VALUE / P - 1);
            case UNLINK -> {
                NameId name = ((Names) call.argument()).name();
                if (names.get(name) != file) {
                    return "ENOENT";
                }
                names.remove(name);
                file.linked = names.containsValue(file);
            }
            case RENAME -> {
                return rename(file, (Names) call.argument());
            }
            case LINK -> {
                return link(file, (Names) call.argument());
            }
            default -> throw new IllegalArgumentException("no one has written what comes of " + call);
        }
        return "ok 0";
    }

    private void takeAway(NaiveFile file, long from) {
        for (Map<Long, NaiveSlot> space : processes.values()) {
            for (NaiveSlot slot : space.values()) {
                if (slot.file == file && slot.index >= from) {
                    slot.own = null;
                }
            }
        }
    }

    private String mmap(Mmap call) {
        Map<Long, NaiveSlot> space = space(call.process());
        Mmap.Backing backing = call.file();
        NaiveFile file = backing == null ? null : file(backing.file());
        long pages = pages(call.length());
        long hinted = call.hint() / P;
        boolean passedOver = space.keySet().stream().anyMatch(page -> hinted <= page && page < hinted + pages);
        long first = call.hint() == 0 || passedOver ? call.address() / P : hinted;
        long behind = first + pages;
        boolean shared = call.sharing() != Sharing.PRIVATE;
        if (file != null && !file.linked) {
            return "ENOENT";
        } else if (backing != null && file != null && backing.open().writes() && !file.writable) {
            return "EACCES";
        } else if (call.offset() % P != 0 || call.length() == 0) {
            return "EINVAL";
        } else if (call.flags().contains(MapFlag.FIXED_NOREPLACE)
                && space.keySet().stream().anyMatch(page -> first <= page && page < behind)) {
            return "EEXIST";
        } else if (limits(call.process()).locksNew && !limits(call.process()).allowLocking(space, behind - first)) {
            return "EAGAIN";
        } else if (call.sharing() == Sharing.NONE || (file == null && call.sharing() == Sharing.SHARED_VALIDATE)) {
            return "EINVAL";
        } else if (call.sharing() == Sharing.SHARED_VALIDATE && call.flags().contains(MapFlag.FIXED_NOREPLACE)) {
            return "EOPNOTSUPP";
        } else if (backing != null
                && (!backing.open().reads()
                        || (shared
                                && call.protection().write()
                                && !backing.open().writes()))) {
            return "EACCES";
        }
        boolean sealed = file != null && file.isWriteSealed();
        if (sealed && shared && call.protection().write()) {
            return "EPERM";
        }
        if (isSealed(space, first, behind)) {
            return "EPERM";
        }
        long replaced = space.keySet().stream()
                .filter(page -> first <= page && page < behind)
                .count();
        if (!limits(call.process()).allowMapping(space, behind - first - replaced)) {
            return "ENOMEM";
        }
        boolean mayWrite = !shared || backing == null || (backing.open().writes() && !sealed);
        NaiveFile shown = file == null && shared ? new NaiveFile(FileKind.NAMELESS, true, (behind - first) * P) : file;
        for (long page = first; page < behind; page++) {
            long index = page - first + (file == null ? 0 : call.offset() / P);
            NaiveSlot slot = new NaiveSlot(call.protection(), shared, mayWrite, shown, index);
            slot.locked = limits(call.process()).locksNew;
            slot.onFault = limits(call.process()).onFault;
            space.put(page, slot);
        }
        boolean populates =
                call.flags().contains(MapFlag.POPULATE) && !call.flags().contains(MapFlag.NONBLOCK);
        if ((populates || limits(call.process()).locksNew) && !limits(call.process()).onFault) {
            populate(space, first, behind, call.protection(), shared);
        }
        return "ok " + first * P;
    }

    void populate(Map<Long, NaiveSlot> space, long first, long behind, Protection protection, boolean shared) {
        for (long page = first; page < behind && protection.allowsLoad(); page++) {
            NaiveSlot slot = slot(space, page);
            if (slot.cannotBeFaultedIn()) {
                return;
            }
            bytes(slot, protection.write() && !shared);
        }
    }

    /** Whether a page of a range is sealed. */
    static boolean isSealed(Map<Long, NaiveSlot> space, long first, long behind) {
        return space.entrySet().stream()
                .anyMatch(page -> first <= page.getKey() && page.getKey() < behind && page.getValue().sealed);
    }

    private String mseal(OnRange call) {
        Map<Long, NaiveSlot> space = space(call.process());
        long first = call.address() / P;
        long behind = first + pages(call.length());
        for (long page = first; page < behind; page++) {
            if (!space.containsKey(page)) {
                return "ENOMEM";
            }
        }
        for (long page = first; page < behind; page++) {
            slot(space, page).sealed = true;
        }
        return "ok 0";
    }

    private String munmap(OnRange call) {
        if (isSealed(space(call.process()), call.address() / P, call.address() / P + pages(call.length()))) {
            return "EPERM";
        }
        space(call.process())
                .keySet()
                .removeIf(page -> page >= call.address() / P && page < call.address() / P + pages(call.length()));
        return "ok 0";
    }

    private String mprotect(OnRange call, Protection protection) {
        boolean stopped = false;
        for (long page = call.address() / P; page < call.address() / P + pages(call.length()); page++) {
            NaiveSlot slot = space(call.process()).get(page);
            if (slot == null) {
                return "ENOMEM";
            } else if (protection.write() && !slot.mayWrite) {
                return "EACCES";
            }
            if (slot.sealed) {
                return "EPERM";
            }
            boolean becomesWritable = !slot.protection.write() && protection.write();
            slot.protection = protection;
            stopped |= slot.guarded;
            if (becomesWritable && !slot.shared && slot.locked && !slot.onFault && !stopped && !slot.behindTheEnd()) {
                bytes(slot, true);
            }
        }
        return "ok 0";
    }

    private String msync(OnRange call, Flags flags) {
        if (flags.contains(SyncFlag.SYNC) && flags.contains(SyncFlag.ASYNC)) {
            return "EINVAL";
        }
        String word = "ok 0";
        for (long page = call.address() / P; page < call.address() / P + pages(call.length()); page++) {
            NaiveSlot slot = space(call.process()).get(page);
            if (slot == null) {
                word = "ENOMEM";
            } else if (flags.contains(SyncFlag.INVALIDATE) && slot.locked) {
                return "EBUSY";
            } else if (flags.contains(SyncFlag.SYNC) && slot.file != null && slot.shared && slot.mayWrite) {
                slot.file.writeBack(slot.index, slot.index);
            }
        }
        return word;
    }

    private String lock(OnRange call, boolean locks, boolean onFault) {
        Map<Long, NaiveSlot> space = space(call.process());
        long first = call.address() / P;
        long behind = pages(call.address() + call.length());
        if (locks) {
            NaiveLimits limits = limits(call.process());
            long again = space.entrySet().stream()
                    .filter(each -> each.getValue().locked && first <= each.getKey() && each.getKey() < behind)
                    .count();
            if (limits.lockable == 0) {
                return "EPERM";
            } else if (!limits.allowLocking(space, behind - first - again)) {
                return "ENOMEM";
            }
        }
        for (long page = first; page < behind; page++) {
            NaiveSlot slot = space.get(page);
            if (slot == null) {
                return "ENOMEM";
            }
            slot.locked = locks;
            slot.onFault = onFault;
        }
        for (long page = first; page < behind && locks && !onFault; page++) {
            NaiveSlot slot = slot(space, page);
            if (!slot.protection.allowsLoad() || slot.cannotBeFaultedIn()) {
                return "ENOMEM";
            }
            bytes(slot, slot.protection.write() && !slot.shared);
        }
        return "ok 0";
    }

    private String madvise(OnRange call, Advice advice) {
        String word = "ok 0";
        boolean populates = advice == Advice.POPULATE_READ || advice == Advice.POPULATE_WRITE;
        for (long page = call.address() / P; page < call.address() / P + pages(call.length()); page++) {
            NaiveSlot slot = space(call.process()).get(page);
            if (slot == null) {
                word = "ENOMEM";
                if (populates) {
                    return word;
                }
            } else if (slot.sealed && DISCARDS.contains(advice) && slot.file == null && !slot.protection.write()) {
                return "EPERM";
            } else if (slot.locked && LETS_GO.contains(advice)) {
                return "EINVAL";
            } else if (advice == Advice.DONTFORK || advice == Advice.DOFORK) {
                slot.inherited = advice == Advice.DOFORK;
            } else if (advice == Advice.WIPEONFORK && slot.file != null) {
                return "EINVAL";
            } else if (advice == Advice.WIPEONFORK || advice == Advice.KEEPONFORK) {
                slot.wiped = advice == Advice.WIPEONFORK;
            } else if (advice == Advice.REMOVE && (slot.file == null || !slot.shared || !slot.mayWrite)) {
                return slot.file == null ? "EINVAL" : "EACCES";
            } else if (advice == Advice.REMOVE && slot.file != null && slot.file.isWriteSealed()) {
                return "EPERM";
            } else if (advice == Advice.REMOVE && slot.file != null) {
                slot.file.punch(slot.index * P, P);
            } else if (advice == Advice.GUARD_INSTALL || advice == Advice.GUARD_REMOVE) {
                slot.guarded = advice == Advice.GUARD_INSTALL;
                slot.own = slot.guarded ? null : slot.own;
            } else if (advice == Advice.DONTNEED || advice == Advice.DONTNEED_LOCKED) {
                slot.own = null;
            } else if (advice == Advice.FREE && slot.file != null) {
                return "EINVAL";
            } else if (populates) {
                boolean store = advice == Advice.POPULATE_WRITE;
                if (store ? !slot.protection.write() : !slot.protection.read()) {
                    return "EINVAL";
                } else if (slot.cannotBeFaultedIn()) {
                    return "EFAULT";
                }
                bytes(slot, store);
            }
        }
        return word;
    }

    private String access(ProcessId process, long address, byte[] bytes, boolean store, OnSignal onSignal) {
        for (int i = 0; i < bytes.length; i++) {
            long at = address + i;
            NaiveSlot slot = space(process).get(at / P);
            String signal = slot == null
                    ? "SIGSEGV SEGV_MAPERR "
                    : !(store ? slot.protection.write() : slot.protection.allowsLoad())
                            ? "SIGSEGV SEGV_ACCERR "
                            : slot.guarded ? "SIGSEGV SEGV_MAPERR " : slot.behindTheEnd() ? "SIGBUS BUS_ADRERR " : null;
            if (slot == null || signal != null) {
                if (onSignal == OnSignal.DEFAULT_ACTION) {
                    processes.remove(process);
                }
                return signal + at;
            }
            byte[] page = bytes(slot, store);
            if (store) {
                page[(int) (at % P)] = bytes[i];
            } else {
                bytes[i] = page[(int) (at % P)];
            }
        }
        return "ok " + Arrays.hashCode(store ? Data.EMPTY.bytes() : bytes);
    }

    /** The bytes behind a page, copied if they are private and about to change. */
    private byte[] bytes(NaiveSlot slot, boolean store) {
        byte[] there = slot.own != null ? slot.own : slot.file == null ? new byte[P] : slot.file.page(slot.index);
        if (!store || slot.shared) {
            return there;
        }
        if (slot.own == null || hasOtherOwner(slot)) {
            copies += slot.own == null && slot.file == null ? 0 : 1;
            slot.own = there.clone();
        }
        return Objects.requireNonNull(slot.own);
    }

    private boolean hasOtherOwner(NaiveSlot slot) {
        return processes.values().stream()
                .flatMap(space -> space.values().stream())
                .anyMatch(other -> other != slot && other.own == slot.own);
    }

    /** How many physical pages are in use. */
    int pagesInUse() {
        Set<Object> frames = Collections.newSetFromMap(new IdentityHashMap<>());
        files.values().forEach(file -> frames.addAll(file.pages.values()));
        for (Map<Long, NaiveSlot> space : processes.values()) {
            for (NaiveSlot slot : space.values()) {
                if (slot.file != null) {
                    frames.addAll(slot.file.pages.values());
                }
                if (slot.own != null) {
                    frames.add(slot.own);
                }
            }
        }
        return frames.size();
    }

    Map<Long, NaiveSlot> space(ProcessId process) {
        return Objects.requireNonNull(processes.get(process));
    }

    NaiveLimits limits(ProcessId process) {
        return limits.computeIfAbsent(process, each -> new NaiveLimits());
    }

    NaiveFile file(FileId id) {
        return Objects.requireNonNull(files.get(id));
    }

    /** A page that is mapped. */
    static NaiveSlot slot(Map<Long, NaiveSlot> space, long page) {
        return Objects.requireNonNull(space.get(page));
    }

    static long pages(long length) {
        return (length + P - 1) / P;
    }
}
