package io.github.mmaplab.explain;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.explain.fact.Deed;
import io.github.mmaplab.explain.fact.Page;
import io.github.mmaplab.explain.fact.Stored;
import io.github.mmaplab.explain.fact.Unseen;
import io.github.mmaplab.kernel.call.Store;
import io.github.mmaplab.kernel.call.WriteFile;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.recording.Act;
import io.github.mmaplab.recording.Recording;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the writes that one would expect to show at a place and that do not, with what kept them away: those to the same
 * bytes of a file, to the same address in the process or a relative, or that the place showed once. What was overwritten
 * is left out, because no one expects to see it.
 */
final class Writes {

    private final Recording recording;
    private final Watch watch;
    private final Lineage lineage;
    private final int[][] history;
    private final Optional<Location.InMemory> asked;
    private final boolean disk;

    /**
     * The writes of a recording.
     *
     * @param history for each act, which act wrote each byte that the place showed after it
     */
    Writes(Recording recording, Probe probe, int[][] history) {
        this.recording = recording;
        this.watch = probe.watch();
        this.lineage = new Lineage(recording);
        this.history = history;
        this.asked = probe instanceof MemoryProbe memory ? Optional.of(memory.location()) : Optional.empty();
        this.disk = probe instanceof DiskProbe;
    }

    /**
     * What does not show, the latest first.
     *
     * @param seen the acts whose bytes are seen
     */
    List<Unseen> unseen(Set<Integer> seen) {
        List<Unseen> unseen = new ArrayList<>();
        for (int i = recording.acts().size() - 1; i >= 0; i--) {
            if (!seen.contains(i)) {
                of(i).ifPresent(unseen::add);
            }
        }
        return unseen;
    }

    private Optional<Unseen> of(int number) {
        Act act = recording.acts().get(number);
        if (act.outcome() instanceof Outcome.Failed) {
            return Optional.empty();
        }
        if (act.operation() instanceof Store store) {
            int last = lastSeen(number);
            if (last >= 0) {
                return taken(number, bytes(act, store), last);
            }
            Optional<Unseen> other = elsewhere(number, act, store);
            return other.isPresent() ? other : astray(number, act, store);
        } else if (act.operation() instanceof WriteFile write) {
            int last = lastSeen(number);
            Unseen.Bytes bytes =
                    new Unseen.Bytes(Optional.empty(), write.offset(), write.data(), Optional.of(write.file()));
            return last >= 0 ? taken(number, bytes, last) : passedBy(number, act, bytes, write);
        }
        return Optional.empty();
    }

    private static Unseen.Bytes bytes(Act act, Store store) {
        Mapping mapping = act.before().process(store.process()).space().find(store.address());
        return new Unseen.Bytes(
                Optional.of(store.process()),
                store.address(),
                store.data(),
                Optional.ofNullable(mapping == null ? null : mapping.file()));
    }

    /** After which act the place showed its bytes for the last time; -1 if it never did. */
    private int lastSeen(int number) {
        for (int k = recording.acts().size() - 1; k >= number; k--) {
            for (int origin : history[k]) {
                if (origin == number) {
                    return k;
                }
            }
        }
        return -1;
    }

    private Optional<Unseen> taken(int number, Unseen.Bytes bytes, int last) {
        int by = last + 1;
        if (by >= recording.acts().size()) {
            return Optional.empty();
        }
        boolean overwritten = true;
        for (int i = 0; i < history[last].length; i++) {
            boolean there = i < history[by].length && history[by][i] == by;
            overwritten &= history[last][i] != number || there;
        }
        return overwritten ? Optional.empty() : Optional.of(new Unseen.Taken(number, bytes, by));
    }

    /** A store that the place never showed. */
    private Optional<Unseen> astray(int number, Act act, Store store) {
        Optional<Deed.Stop> stop = StoreDeeds.stop(act, store.process(), store.onSignal());
        Event.Stored event = reaching(act);
        if (event == null) {
            return stop.filter(stopped -> wouldReach(act, store, stopped) && !isOverwritten(number))
                    .map(stopped -> new Unseen.Stopped(
                            number, bytes(act, store), stopped.address() - store.address(), stopped));
        }
        Stored where = StoreDeeds.where(act, event);
        if (where.how() instanceof Stored.How.Shared shared) {
            Optional<Unseen> past = pastTheEnd(number, act, store, event, shared.page());
            return past.isPresent()
                    ? past
                    : passedBy(number, act, bytes(act, store), shared.page().file(), shared.page());
        }
        return Optional.of(new Unseen.ToCopy(number, bytes(act, store), where));
    }

    private Optional<Unseen> pastTheEnd(int number, Act act, Store store, Event.Stored event, Page.OfFile page) {
        long size = act.after().file(page.file()).size();
        long position = recording.pageSize().address(page.index()) + event.offset();
        return watch.spots().isEmpty()
                        && !disk
                        && position + event.length() > size
                        && !page.file().nameless()
                ? Optional.of(new Unseen.PastTheEnd(number, bytes(act, store), page.file(), size))
                : Optional.empty();
    }

    /** A store to what had the same name then. */
    private Optional<Unseen> elsewhere(int number, Act act, Store store) {
        boolean here = watch.hasAddress(store.address(), store.data().length());
        if (asked.isEmpty() || here || !act.outcome().succeeded() || !isSameName(act, asked.get())) {
            return Optional.empty();
        }
        ProcessId process = store.process();
        for (int i = number + 1; i < recording.acts().size(); i++) {
            Machine after = recording.acts().get(i).after();
            Machine before = recording.acts().get(i).before();
            if (before.process(process).space().find(store.address()) != null
                    && after.process(process).space().find(store.address()) == null) {
                return Optional.of(new Unseen.Elsewhere(number, bytes(act, store), Optional.of(i)));
            }
        }
        return Optional.of(new Unseen.Elsewhere(number, bytes(act, store), Optional.empty()));
    }

    private boolean isSameName(Act act, Location.InMemory place) {
        return act.step() > 0
                && recording.scenario().steps().get(act.step() - 1) instanceof Step.Write step
                && step.targets().get(act.target()).location() instanceof Location.InMemory written
                && written.process().equals(place.process())
                && written.mapping().equals(place.mapping())
                && written.offset() < place.offset() + watch.spots().get(0).length()
                && place.offset()
                        < written.offset() + step.targets().get(act.target()).length();
    }

    /** What it stored at the place that is looked at: at its address, or at its bytes of the file. */
    private Event.@Nullable Stored reaching(Act act) {
        for (Event event : act.events()) {
            if (event instanceof Event.Stored stored && isThere(act, stored)) {
                return stored;
            }
        }
        return null;
    }

    private boolean isThere(Act act, Event.Stored stored) {
        long address = stored.page() + stored.offset();
        return atAddress(stored.process(), address, stored.length())
                || inFile(act, stored.process(), address, stored.length());
    }

    private boolean atAddress(ProcessId process, long address, long length) {
        return watch.spots().stream()
                .anyMatch(spot -> spot.overlaps(address, length) && lineage.related(spot.process(), process));
    }

    private boolean inFile(Act act, ProcessId process, long address, long length) {
        Mapping mapping = act.before().process(process).space().find(address);
        FileId file = mapping == null ? null : mapping.file();
        return mapping != null
                && file != null
                && watch.shows(file, mapping.offset() + (address - mapping.start()), length);
    }

    /** Whether the bytes that a signal kept from being stored would have been at the place. */
    private boolean wouldReach(Act act, Store store, Deed.Stop stop) {
        long left = store.address() + store.data().length() - stop.address();
        return atAddress(store.process(), stop.address(), left)
                || inFile(
                        act,
                        store.process(),
                        stop.address(),
                        Math.min(left, recording.pageSize().bytes()));
    }

    /** Whether all that the place shows was written later, so that an earlier write would not show in any case. */
    private boolean isOverwritten(int number) {
        int[] last = history[history.length - 1];
        return last.length > 0 && Arrays.stream(last).allMatch(origin -> origin > number);
    }

    private Optional<Unseen> passedBy(int number, Act act, Unseen.Bytes bytes, WriteFile write) {
        if (!watch.shows(write.file(), write.offset(), write.data().length())) {
            return Optional.empty();
        }
        for (Watch.Part part : watch.parts()) {
            long from = Math.max(part.offset(), write.offset());
            Optional<Page> page =
                    Pages.ofFile(act.after(), write.file(), recording.pageSize().number(from));
            if (part.overlaps(write.file(), write.offset(), write.data().length()) && page.isPresent()) {
                return passedBy(number, act, bytes, write.file(), (Page.OfFile) page.get());
            }
        }
        return Optional.empty();
    }

    /** That the place had a private page when the page of the file was written to. */
    private Optional<Unseen> passedBy(int number, Act act, Unseen.Bytes bytes, FileId file, Page.OfFile to) {
        if (disk) {
            return Optional.of(new Unseen.NotOnDisk(number, bytes, to));
        }
        long bytesOfPage = recording.pageSize().bytes();
        for (Watch.Spot spot : watch.spots()) {
            ProcessId reader = lineage.on(act.after(), spot.process());
            for (long at = recording.pageSize().floor(spot.address());
                    reader != null && at < spot.address() + spot.length();
                    at += bytesOfPage) {
                Mapping mapping = act.after().process(reader).space().find(at);
                boolean same = mapping != null
                        && file.equals(mapping.file())
                        && mapping.filePage(at, recording.pageSize()) == to.index();
                if (same && Pages.at(act.after(), reader, at).orElse(null) instanceof Page.Own own) {
                    return Optional.of(new Unseen.PassedBy(number, bytes, to, reader, at, own));
                }
            }
        }
        return Optional.empty();
    }
}
