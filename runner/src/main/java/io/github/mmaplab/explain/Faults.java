package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.abi.FileId;
import io.github.mmaplab.kernel.abi.Outcome;
import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.abi.Signal;
import io.github.mmaplab.kernel.abi.SignalCode;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.run.Sizes;
import io.github.mmaplab.scenario.model.Location;
import java.util.ArrayList;
import java.util.List;
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

    private List<Cause> behindTheEnd(ProcessId process, Mapping mapping, FileId file, long address, int shot) {
        long size = (shot < film.shots().size() ? film.shots().get(shot).before() : film.end())
                .file(file)
                .size();
        long page = film.pageSize().address(mapping.filePage(address, film.pageSize()));
        int step = 0;
        String cut = "";
        for (int i = 0; i < shot; i++) {
            for (Event event : film.shots().get(i).events()) {
                if (event instanceof Event.FileResized resized && resized.file().equals(file)) {
                    step = film.shots().get(i).step();
                    cut = resized.to() < resized.from() ? " is cut, and" : " is resized, and";
                }
            }
        }
        List<Cause> causes = new ArrayList<>();
        causes.add(Cause.of(
                step,
                names.of(file) + (step == 0 ? "" : cut) + " is " + bytes(size) + " long: its last page ends at "
                        + bytes(film.pageSize().ceil(size)) + ", and this page begins at "
                        + bytes(page),
                Rule.PAST_THE_END_IS_SIGBUS));
        causes.add(Cause.of(
                0,
                names.of(process) + "." + names.mapping(process, address)
                        + " is mapped there all the same: a mapping may reach beyond the end of its file, but there is no"
                        + " page of the file to show",
                Rule.PAST_THE_END_IS_SIGBUS));
        return causes;
    }

    private String bytes(long count) {
        return count == 0
                ? "0"
                : Sizes.text(count, film.pageSize()) + (count < film.pageSize().bytes() ? " bytes" : "");
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
        String place = names.of(process) + "." + names.place(process, fault.address());
        return Cause.of(step, place + ": " + fault.reason(), Rule.PROTECTION_IS_ENFORCED);
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
