package io.github.mmaplab.explain;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.SignalCode;
import io.github.mmaplab.explain.fact.Deed;
import io.github.mmaplab.explain.fact.Fault;
import io.github.mmaplab.explain.fact.Page;
import io.github.mmaplab.explain.fact.Stored;
import io.github.mmaplab.kernel.call.Store;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.memory.AddressSpace;
import io.github.mmaplab.kernel.memory.Frame;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.recording.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a store did: how many bytes it stored, and how it reached the page that matters. */
final class StoreDeeds {

    private StoreDeeds() {}

    static Deed of(int number, Act act, Store store, Watch watch) {
        Optional<Deed.Stop> stop = stop(act, store.process(), store.onSignal());
        long count = stop.isPresent()
                ? stop.get().address() - store.address()
                : store.data().length();
        Event.Stored event = matters(act, watch);
        if (event == null) {
            return new Deed.Raised(number, store.process(), Optional.of(store.data()), stop.orElseThrow());
        }
        return new Deed.Store(number, store.process(), store.address(), store.data(), count, stop, where(act, event));
    }

    /** Why an access stopped, if it did. */
    static Optional<Deed.Stop> stop(Act act, ProcessId process, OnSignal onSignal) {
        if (!(act.outcome() instanceof Outcome.Signalled signalled)) {
            return Optional.empty();
        }
        return Optional.of(new Deed.Stop(
                signalled.address(),
                signalled.signal(),
                signalled.code(),
                onSignal == OnSignal.DEFAULT_ACTION,
                fault(act.before(), process, signalled)));
    }

    /** Why an address can't be accessed. */
    static Fault fault(Machine machine, ProcessId process, Outcome.Signalled signalled) {
        AddressSpace space = machine.process(process).space();
        Mapping mapping = space.find(signalled.address());
        if (signalled.code() == SignalCode.SI_KERNEL) {
            return new Fault.NotCanonical();
        }
        if (mapping == null) {
            return new Fault.Unmapped();
        }
        if (signalled.code() == SignalCode.SEGV_MAPERR
                && space.isGuarded(machine.pageSize().number(signalled.address()))) {
            return new Fault.Guarded();
        }
        FileId file = mapping.file();
        return signalled.code() == SignalCode.BUS_ADRERR && file != null
                ? new Fault.PastTheEnd(
                        file, machine.file(file).size(), mapping.filePage(signalled.address(), machine.pageSize()))
                : new Fault.Forbidden(mapping.protection());
    }

    /** Of the pages stored to one that is looked at: by its address, else by its place in the file, else the first. */
    static Event.@Nullable Stored matters(Act act, Watch watch) {
        Event.Stored first = null;
        Event.Stored inFile = null;
        for (Event event : act.events()) {
            if (event instanceof Event.Stored stored) {
                if (watch.hasAddress(stored.page() + stored.offset(), stored.length())) {
                    return stored;
                }
                first = first == null ? stored : first;
                inFile = inFile == null && inFile(act, stored, watch) ? stored : inFile;
            }
        }
        return inFile == null ? first : inFile;
    }

    private static boolean inFile(Act act, Event.Stored stored, Watch watch) {
        Mapping mapping = act.before().process(stored.process()).space().find(stored.page());
        FileId file = mapping == null ? null : mapping.file();
        return mapping != null
                && file != null
                && watch.shows(
                        file, mapping.offset() + (stored.page() - mapping.start()) + stored.offset(), stored.length());
    }

    static Stored where(Act act, Event.Stored stored) {
        PageSize pageSize = act.before().pageSize();
        Mapping mapping = act.before().process(stored.process()).space().find(stored.page());
        if (mapping != null && mapping.shared() && mapping.file() != null) {
            Page.OfFile page =
                    new Page.OfFile(stored.frame(), mapping.file(), mapping.filePage(stored.page(), pageSize));
            return new Stored(stored.page(), new Stored.How.Shared(page));
        }
        Page.Own page = new Page.Own(stored.frame());
        for (Event event : act.events()) {
            if (event instanceof Event.PageCopied copied && copied.copy().equals(stored.frame())) {
                return new Stored(stored.page(), copied(act, mapping, stored, copied.original()));
            } else if (event instanceof Event.PageZeroFilled filled
                    && filled.frame().equals(stored.frame())) {
                return new Stored(stored.page(), new Stored.How.ZeroFilled(page));
            } else if (event instanceof Event.PageReused reused
                    && reused.frame().equals(stored.frame())) {
                return new Stored(stored.page(), new Stored.How.Reused(page));
            }
        }
        return new Stored(stored.page(), new Stored.How.Alone(page));
    }

    private static Stored.How copied(Act act, @Nullable Mapping mapping, Event.Stored stored, FrameId original) {
        List<ProcessId> others = new ArrayList<>(Pages.owners(act.before(), original));
        others.remove(stored.process());
        Frame frame = act.before().memory().frame(original);
        boolean own = frame != null && !frame.cached();
        Page what = own || mapping == null || mapping.file() == null
                ? new Page.Own(original)
                : new Page.OfFile(
                        original,
                        mapping.file(),
                        mapping.filePage(stored.page(), act.before().pageSize()));
        return new Stored.How.Copied(new Page.Own(stored.frame()), what, others);
    }
}
