package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.abi.FileId;
import io.github.mmaplab.kernel.abi.Outcome;
import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.scenario.model.Location;
import java.util.ArrayList;
import java.util.List;

/** Which signal reading a place raises, or that it raises none. */
record SignalStory(Location.InMemory location) implements Question {

    @Override
    public Object seen(Film film) {
        Look look = Look.at(film, location, 1);
        if (look instanceof Look.Bytes bytes) {
            Outcome.Signalled fault = bytes.fault();
            return fault == null ? "none" : fault.signal() + " " + fault.code();
        }
        return look.seen();
    }

    @Override
    public Told told(Film film) {
        Look look = Look.at(film, location, 1);
        if (look instanceof Look.Nobody nobody) {
            return nobody.told();
        }
        Outcome.Signalled fault = ((Look.Bytes) look).fault();
        ProcessId process = film.process(location.process());
        if (fault != null || process == null) {
            return fault == null ? new Told("", List.of()) : new Faults(film).told(location, fault);
        }
        return new Told("reading " + location.written() + " raises no signal", readable(film, process));
    }

    private List<Cause> readable(Film film, ProcessId process) {
        long address = film.address(location).orElse(0);
        Mapping mapping = film.end().process(process).space().find(address);
        List<Cause> causes = new ArrayList<>();
        if (mapping == null) {
            return causes;
        }
        Names names = new Names(film);
        FileId file = mapping.file();
        String place = names.of(process) + "." + names.place(process, address);
        causes.add(Cause.of(
                0,
                place + " is in a " + Names.sharing(mapping) + " mapping that is "
                        + mapping.protection().letters() + ", which allows a load",
                Rule.PROTECTION_IS_ENFORCED));
        if (file != null && !file.nameless()) {
            long size = film.end().file(file).size();
            long position = mapping.offset() + (address - mapping.start());
            Cause last = new SizeStory(names.of(file)).last(film);
            String where = position < size
                    ? "byte " + position + " is in the file"
                    : "byte " + position + " is behind the end, but in the last page, whose rest reads as zeros";
            causes.add(Cause.of(
                    last.step(),
                    names.of(file) + " is " + Counted.bytes(size) + " long: " + where,
                    Rule.PAST_THE_END_IS_SIGBUS));
        }
        return causes;
    }
}
