package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.abi.FileId;
import io.github.mmaplab.kernel.abi.Outcome;
import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.abi.Signal;
import io.github.mmaplab.kernel.abi.SignalCode;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.scenario.model.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says why an access raises a signal. */
final class Faults {

    private final Film film;
    private final Names names;

    Faults(Film film) {
        this.film = film;
        this.names = new Names(film);
    }

    /** Why reading a location raises a signal. */
    Told told(Location.InMemory location, Outcome.Signalled fault) {
        ProcessId process = film.process(location.process());
        String answer = "reading " + location.written() + " raises " + fault.signal() + " (" + fault.code() + ")";
        List<Cause> causes = process == null
                ? List.of()
                : causes(process, fault, film.shots().size());
        return new Told(answer, causes);
    }

    /**
     * Why an access of {@code process} was stopped.
     *
     * @param shot the operation that was stopped, as an index into the film; how many there are for one behind them
     */
    List<Cause> causes(ProcessId process, Outcome.Signalled fault, int shot) {
        Mapping mapping = mapping(process, fault.address(), shot);
        if (fault.signal() == Signal.SIGBUS && mapping != null && mapping.file() != null) {
            return behindTheEnd(process, mapping, mapping.file(), fault.address(), shot);
        }
        if (fault.code() == SignalCode.SEGV_ACCERR) {
            return List.of(forbidden(process, fault, shot));
        }
        return List.of(unmapped(process, fault, shot));
    }

    private @Nullable Mapping mapping(ProcessId process, long address, int shot) {
        return (shot < film.shots().size() ? film.shots().get(shot).before() : film.end())
                .process(process)
                .space()
                .find(address);
    }

    private List<Cause> behindTheEnd(ProcessId process, Mapping mapping, FileId id, long address, int shot) {
        long size = (shot < film.shots().size() ? film.shots().get(shot).before() : film.end())
                .file(id)
                .size();
        int step = 0;
        String cut = "";
        for (int i = 0; i < shot; i++) {
            for (Event event : film.shots().get(i).events()) {
                if (event instanceof Event.FileResized resized && resized.file().equals(id)) {
                    step = film.shots().get(i).step();
                    cut = resized.to() < resized.from() ? " is cut, and" : " is resized, and";
                }
            }
        }
        long pages = film.pageSize().number(film.pageSize().ceil(size));
        String file = names.of(id);
        List<Cause> causes = new ArrayList<>();
        causes.add(Cause.of(
                step,
                file + (step == 0 ? "" : cut) + " is " + Counted.bytes(size) + " long, which is "
                        + Counted.of(pages, "page") + ", and this would be page "
                        + (mapping.filePage(address, film.pageSize()) + 1),
                Rule.PAST_THE_END_IS_SIGBUS));
        Optional<Cause> lost = lost(process, address, shot);
        causes.add(
                lost.isPresent()
                        ? lost.get()
                        : Cause.of(
                                0,
                                names.of(process) + "." + names.mapping(process, address)
                                        + " reaches beyond: a mapping may, but there is no page of the file to show",
                                Rule.PAST_THE_END_IS_SIGBUS));
        return causes;
    }

    /** That the process had a page there, and that a cut took it away. */
    private Optional<Cause> lost(ProcessId process, long address, int before) {
        Ledger ledger = Ledger.of(film);
        Phrases phrases = new Phrases(film, ledger, names);
        Unseen unseen = new Unseen(film, ledger, names, phrases);
        for (int i = ledger.writes().size() - 1; i >= 0; i--) {
            Write write = ledger.writes().get(i);
            if (write.shot() < before && write.by() != null) {
                boolean there = film.pageSize().floor(write.by().address())
                        == film.pageSize().floor(address);
                Optional<Cause> gone = unseen.lost(write);
                if (there && write.by().process().equals(process) && gone.isPresent()) {
                    return gone;
                }
            }
        }
        return Optional.empty();
    }

    private Cause forbidden(ProcessId process, Outcome.Signalled fault, int shot) {
        int step = 0;
        for (int i = 0; i < shot; i++) {
            for (Event event : film.shots().get(i).events()) {
                if (event instanceof Event.MappingProtected change
                        && change.start() <= fault.address()
                        && fault.address() < change.start() + change.length()) {
                    step = film.shots().get(i).step();
                }
            }
        }
        Mapping mapping = mapping(process, fault.address(), shot);
        String letters = mapping == null ? "" : mapping.protection().letters();
        String place = names.of(process) + "." + names.place(process, fault.address());
        String how = step == 0 ? place + " is mapped " + letters : "mprotect makes " + place + " " + letters;
        return Cause.of(step, how, Rule.PROTECTION_IS_ENFORCED);
    }

    private Cause unmapped(ProcessId process, Outcome.Signalled fault, int shot) {
        String place = names.of(process) + "." + names.place(process, fault.address());
        for (int i = shot - 1; i >= 0; i--) {
            Shot taken = film.shots().get(i);
            if (!taken.before().processes().containsKey(process)) {
                break;
            }
            boolean was = taken.before().process(process).space().find(fault.address()) != null;
            boolean is = taken.after().process(process).space().find(fault.address()) != null;
            if (was && !is) {
                String verb = taken.step() == 0 ? "the scene" : Film.verb(film.scenario(), taken.step());
                return Cause.of(
                        taken.step(),
                        verb + " takes away the mapping at " + place + "; nothing is mapped there any more");
            }
        }
        return Cause.of(0, "nothing has been mapped at " + place, Rule.FORK_INHERITS_MAPPINGS);
    }
}
