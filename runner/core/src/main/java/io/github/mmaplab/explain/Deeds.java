package io.github.mmaplab.explain;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.DescriptorId;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.abi.RemapFlag;
import io.github.mmaplab.explain.fact.Deed;
import io.github.mmaplab.explain.fact.Lost;
import io.github.mmaplab.explain.fact.Made;
import io.github.mmaplab.explain.fact.Page;
import io.github.mmaplab.explain.fact.Under;
import io.github.mmaplab.kernel.call.Close;
import io.github.mmaplab.kernel.call.Crash;
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
import io.github.mmaplab.kernel.call.Store;
import io.github.mmaplab.kernel.call.SyncFolder;
import io.github.mmaplab.kernel.call.Through;
import io.github.mmaplab.kernel.call.Transfer;
import io.github.mmaplab.kernel.call.WriteFile;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.OpenFile;
import io.github.mmaplab.kernel.memory.Frame;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.kernel.memory.VmFlag;
import io.github.mmaplab.recording.Act;
import io.github.mmaplab.recording.Recording;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what an act did, from the machine before and after it and what happened inside: never from the verb alone. */
final class Deeds {

    private final Recording recording;
    private final Watch watch;
    private final PageSize pageSize;

    Deeds(Recording recording, Watch watch) {
        this.recording = recording;
        this.watch = watch;
        this.pageSize = recording.pageSize();
    }

    /** What an act did. */
    Deed of(int number) {
        Act act = recording.acts().get(number);
        Operation operation = act.operation();
        if (act.outcome() instanceof Outcome.Failed failed) {
            return new Deed.Failed(number, call(operation), failed.errno(), failed.reason());
        }
        if (isOfNothing(operation)) {
            return new Deed.Nothing(number, call(operation));
        }
        if (operation instanceof Store store) {
            return StoreDeeds.of(number, act, store, watch);
        } else if (operation instanceof Load load) {
            Optional<Deed.Stop> stop = StoreDeeds.stop(act, load.process(), load.onSignal());
            return stop.isPresent()
                    ? new Deed.Raised(number, load.process(), Optional.empty(), stop.get())
                    : new Deed.Load(number, load.process(), load.address(), load.length());
        }
        Deed deed = ofMemory(number, act);
        return deed != null ? deed : ofFile(number, act);
    }

    /** No bytes: mlock and munlock round an address down, and then act on the page that has it. */
    private boolean isOfNothing(Operation operation) {
        return (operation instanceof OnRange call
                        && call.length() == 0
                        && call.call().takesLength()
                        && pageSize.aligned(call.address()))
                || (operation instanceof Transfer transfer && transfer.length() == 0);
    }

    /** That a file begins to exist. */
    Deed begins(FileId file) {
        for (int i = 0; i < recording.acts().size(); i++) {
            if (recording.acts().get(i).operation() instanceof Create create
                    && create.file().equals(file)) {
                return of(i);
            }
        }
        throw new IllegalArgumentException("there never was " + file);
    }

    private static String call(Operation operation) {
        if (operation instanceof OnRange call) {
            return call.call().word();
        } else if (operation instanceof OnFile call) {
            return call.call().systemCall(call.argument());
        } else if (operation instanceof OnProcess call) {
            return call.call().systemCall(call.argument());
        } else if (operation instanceof Through call) {
            return call.call().systemCall(call.argument());
        } else if (operation instanceof Transfer call) {
            return call.call().word();
        }
        String name = operation.getClass().getSimpleName();
        return (operation instanceof ReadFile || operation instanceof WriteFile
                        ? name.substring(0, name.length() - "File".length())
                        : name)
                .toLowerCase(java.util.Locale.ROOT);
    }

    private @Nullable Deed ofMemory(int number, Act act) {
        Operation operation = act.operation();
        if (operation instanceof Mmap mmap) {
            return mapped(number, act, mmap);
        } else if (operation instanceof OnRange call) {
            return onRange(number, act, call);
        } else if (operation instanceof Mremap mremap) {
            return remapped(number, act, mremap);
        } else if (operation instanceof OnProcess call) {
            return new Deed.ForAll(number, call.process(), call.call(), call.argument());
        }
        return ofProcess(number, act);
    }

    /** The three calls whose deeds have names of their own; for any other, what happened to the pages. */
    private Deed onRange(int number, Act act, OnRange call) {
        if (call.call() == RangeCall.MUNMAP) {
            return unmapped(number, act, call);
        } else if (call.call() == RangeCall.MSYNC) {
            return synced(number, act, call);
        } else if (call.argument() instanceof Protection asked) {
            return protect(number, act, call, asked);
        }
        long length = pageSize.ceil(call.length());
        long at = spot(call.process(), call.address(), length).orElse(call.address());
        return new Deed.Called(
                number,
                call.process(),
                at,
                call.call(),
                call.argument(),
                lost(act, call.process(), at),
                made(act, call.process(), call.address(), length));
    }

    private @Nullable Deed ofProcess(int number, Act act) {
        Operation operation = act.operation();
        if (operation instanceof Open open) {
            return opened(number, act.after(), open.process(), open.descriptor(), "open");
        } else if (operation instanceof Dup dup) {
            return opened(number, act.after(), dup.process(), dup.copy(), "dup");
        } else if (operation instanceof Close close) {
            return opened(number, act.before(), close.process(), close.descriptor(), "close");
        }
        if (operation instanceof Fork fork) {
            return forked(number, act, fork);
        } else if (operation instanceof Exec exec) {
            return new Deed.Replaced(number, exec.process(), lost(act, exec.process()));
        } else if (operation instanceof Exit exit) {
            return new Deed.Exited(number, exit.process(), exit.code() & 0xff);
        } else if (operation instanceof Kill kill) {
            return new Deed.Killed(number, kill.process());
        }
        return null;
    }

    private static Deed opened(int number, Machine machine, ProcessId process, DescriptorId descriptor, String call) {
        return new Deed.Opened(
                number, process, call, open(machine, process, descriptor).file());
    }

    private static OpenFile open(Machine machine, ProcessId process, DescriptorId descriptor) {
        return Objects.requireNonNull(machine.process(process).descriptors().get(descriptor));
    }

    private Deed moved(int number, Act act, Transfer transfer) {
        OpenFile open = open(act.before(), transfer.process(), transfer.descriptor());
        long before = act.before().file(open.file()).size();
        boolean appended = open.appends() && !transfer.call().stores();
        long offset = appended ? before : transfer.offset();
        Outcome moved = new ReadFile(open.file(), offset, act.outcome().count())
                .applyTo(transfer.call().stores() ? act.before() : act.after())
                .outcome();
        Event.Stored event = transfer.call().stores() ? StoreDeeds.matters(act, watch) : null;
        return new Deed.Moved(
                number,
                transfer.process(),
                transfer.call(),
                open.file(),
                offset,
                moved instanceof Outcome.Done done ? done.data() : Data.EMPTY,
                transfer.address(),
                before,
                act.after().file(open.file()).size(),
                Optional.ofNullable(event).map(stored -> StoreDeeds.where(act, stored)));
    }

    private Deed ofFile(int number, Act act) {
        Operation operation = act.operation();
        if (operation instanceof Create create) {
            return new Deed.Begins(number, create.file(), create.size(), 0, 0);
        } else if (operation instanceof WriteFile write) {
            return written(number, act, write);
        } else if (operation instanceof OnFile call) {
            return onFile(number, act, call);
        } else if (operation instanceof Through call) {
            return onFile(
                    number,
                    act,
                    call.on(open(act.before(), call.process(), call.descriptor())
                            .file()));
        } else if (operation instanceof Transfer transfer) {
            return moved(number, act, transfer);
        } else if (operation instanceof ReadFile read) {
            long count = act.outcome().count();
            boolean cut = count < Math.min(read.length(), Load.MOST_BYTES);
            return new Deed.Read(number, read.file(), read.offset(), cut ? count : read.length(), cut);
        }
        if (operation instanceof SyncFolder) {
            return new Deed.FolderSynced(number);
        }
        if (operation instanceof Crash) {
            return new Deed.Crashed(number);
        }
        throw new IllegalArgumentException("an act that decides nothing: " + operation);
    }

    /** The three calls whose deeds have names of their own; of any other, what became of the size. */
    private Deed onFile(int number, Act act, OnFile call) {
        return switch (call.call()) {
            case PUNCH -> new Deed.Punched(number, call.file(), call.offset(), call.length());
            case SEAL -> new Deed.Sealed(number, call.file(), (Flags) call.argument());
            case UNLINK -> new Deed.Unlinked(number, call.file());
            case RENAME, LINK, CREATE -> new Deed.Named(number, call.file(), call.call());
            case SYNC -> new Deed.Synced(number, call.file(), Optional.empty());
            default -> resized(number, act, call);
        };
    }

    private Deed unmapped(int number, Act act, OnRange munmap) {
        ProcessId process = munmap.process();
        long length = pageSize.ceil(munmap.length());
        long mapped = 0;
        for (Mapping mapping :
                act.before().process(process).space().overlapping(munmap.address(), munmap.address() + length)) {
            long from = Math.max(mapping.start(), munmap.address());
            mapped += pageSize.number(Math.min(mapping.end(), munmap.address() + length) - from);
        }
        long at = spot(process, munmap.address(), length).orElse(munmap.address());
        return new Deed.Unmapped(number, process, munmap.address(), length, mapped, lost(act, process, at));
    }

    private Deed mapped(int number, Act act, Mmap mmap) {
        long address = mmap.address(act.outcome());
        Mapping mapping = act.after().process(mmap.process()).space().find(address);
        long length = pageSize.ceil(mmap.length());
        if (mapping == null) {
            throw new IllegalStateException("a mapping that was made is not there");
        }
        return new Deed.Mapped(
                number,
                mmap.process(),
                address,
                length,
                mapping.file(),
                mmap.offset(),
                mapping.shared(),
                mapping.protection(),
                under(act, mmap.process(), address, length),
                made(act, mmap.process(), address, length));
    }

    private Deed remapped(int number, Act act, Mremap mremap) {
        long to = act.outcome() instanceof Outcome.Ok ok ? ok.value() : mremap.address();
        long newLength = pageSize.ceil(mremap.newLength());
        return new Deed.Remapped(
                number,
                mremap.process(),
                mremap.address(),
                pageSize.ceil(mremap.oldLength()),
                to,
                newLength,
                mremap.flags().contains(RemapFlag.DONTUNMAP) || mremap.oldLength() == 0,
                to == mremap.address() ? Optional.empty() : under(act, mremap.process(), to, newLength));
    }

    private Deed protect(int number, Act act, OnRange mprotect, Protection asked) {
        long length = pageSize.ceil(mprotect.length());
        long at = spot(mprotect.process(), mprotect.address(), length).orElse(mprotect.address());
        return new Deed.Protect(
                number,
                mprotect.process(),
                at,
                protection(act.before(), mprotect.process(), at).orElse(asked),
                protection(act.after(), mprotect.process(), at).orElse(asked));
    }

    private static Optional<Protection> protection(Machine machine, ProcessId process, long at) {
        return Optional.ofNullable(machine.process(process).space().find(at)).map(Mapping::protection);
    }

    private Deed forked(int number, Act act, Fork fork) {
        for (Watch.Spot spot : watch.spots()) {
            Mapping mapping = act.after().process(fork.child()).space().find(spot.address());
            if (mapping != null) {
                Optional<Page> page = Pages.at(act.after(), fork.child(), spot.address());
                boolean wiped = mapping.flags().contains(VmFlag.WIPEONFORK);
                return new Deed.Forked(number, fork.process(), fork.child(), Optional.of(spot.address()), page, wiped);
            }
        }
        return new Deed.Forked(number, fork.process(), fork.child(), Optional.empty(), Optional.empty(), false);
    }

    private Deed written(int number, Act act, WriteFile write) {
        long index = pageSize.number(write.offset());
        for (Watch.Part part : watch.parts()) {
            if (part.overlaps(write.file(), write.offset(), write.data().length())) {
                index = pageSize.number(Math.max(part.offset(), write.offset()));
            }
        }
        long count = act.outcome() instanceof Outcome.Ok ok ? ok.value() : 0;
        return new Deed.Written(
                number,
                write.file(),
                write.offset(),
                count < write.data().length() ? write.data().first((int) count) : write.data(),
                act.before().file(write.file()).size(),
                act.after().file(write.file()).size(),
                index);
    }

    private Deed resized(int number, Act act, OnFile call) {
        Optional<Lost> lost = Optional.empty();
        for (Watch.Spot spot : watch.spots()) {
            lost = lost.isPresent() ? lost : lost(act, spot.process());
        }
        Optional<Long> gone = Optional.empty();
        int zeroed = 0;
        for (Event event : act.events()) {
            if (event instanceof Event.FilePageDropped dropped
                    && watch.shows(dropped.file(), pageSize.address(dropped.index()), pageSize.bytes())) {
                gone = Optional.of(dropped.index());
            } else if (event instanceof Event.FileZeroed zero
                    && watch.shows(zero.file(), pageSize.address(zero.index()) + zero.offset(), zero.length())) {
                zeroed = zero.length();
            }
        }
        return new Deed.Resized(
                number,
                call.call(),
                call.file(),
                act.before().file(call.file()).size(),
                act.after().file(call.file()).size(),
                lost,
                gone,
                zeroed);
    }

    private Deed synced(int number, Act act, OnRange msync) {
        FileId file = null;
        for (Event event : act.events()) {
            file = event instanceof Event.FileSynced synced ? synced.file() : file;
        }
        Mapping mapping = act.before().process(msync.process()).space().find(msync.address());
        FileId of = file != null || mapping == null ? file : mapping.file();
        return new Deed.Synced(number, of == null ? new FileId(-1) : of, Optional.of(msync.process()));
    }

    /** A place looked at in the memory of a process that lies in a range. */
    private Optional<Long> spot(ProcessId process, long start, long length) {
        for (Watch.Spot spot : watch.spots()) {
            if (spot.process().equals(process) && spot.overlaps(start, length)) {
                return Optional.of(Math.max(spot.address(), start));
            }
        }
        return Optional.empty();
    }

    private Optional<Under> under(Act act, ProcessId process, long start, long length) {
        long at = spot(process, start, length).orElse(start);
        Mapping mapping = act.before().process(process).space().find(at);
        return mapping == null ? Optional.empty() : Optional.of(new Under(at, mapping.file(), mapping.shared()));
    }

    /** The page that a process had at a place looked at, and has not any more. */
    private Optional<Lost> lost(Act act, ProcessId process) {
        for (Watch.Spot spot : watch.spots()) {
            Optional<Lost> lost =
                    spot.process().equals(process) ? lost(act, process, spot.address()) : Optional.empty();
            if (lost.isPresent()) {
                return lost;
            }
        }
        return Optional.empty();
    }

    private Optional<Lost> lost(Act act, ProcessId process, long address) {
        Optional<Page> before = Pages.at(act.before(), process, address);
        Optional<FrameId> after = Pages.at(act.after(), process, address).map(Page::frame);
        return before.isPresent() && after.isEmpty()
                ? Optional.of(new Lost(process, pageSize.floor(address), before.get()))
                : Optional.empty();
    }

    /** The private page that a process got at a place looked at, or else anywhere in the range. */
    private Optional<Made> made(Act act, ProcessId process, long start, long length) {
        long wanted = pageSize.floor(spot(process, start, length).orElse(start));
        Optional<Made> made = Optional.empty();
        for (Event event : act.events()) {
            if (event instanceof Event.PageCopied copied && (made.isEmpty() || copied.page() == wanted)) {
                made = Optional.of(new Made(
                        copied.page(),
                        new Page.Own(copied.copy()),
                        Optional.of(original(act.after(), process, copied))));
            } else if (event instanceof Event.PageZeroFilled filled && (made.isEmpty() || filled.page() == wanted)) {
                made = Optional.of(new Made(filled.page(), new Page.Own(filled.frame()), Optional.empty()));
            }
        }
        return made;
    }

    private Page original(Machine machine, ProcessId process, Event.PageCopied copied) {
        Mapping mapping = machine.process(process).space().find(copied.page());
        Frame frame = machine.memory().frame(copied.original());
        return frame != null && frame.cached() && mapping != null && mapping.file() != null
                ? new Page.OfFile(copied.original(), mapping.file(), mapping.filePage(copied.page(), pageSize))
                : new Page.Own(copied.original());
    }
}
