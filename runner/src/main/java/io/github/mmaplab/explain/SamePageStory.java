package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.abi.FrameId;
import io.github.mmaplab.kernel.abi.OnSignal;
import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.scenario.model.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether two places are on one physical page. Both are read first, as an expectation reads them. */
record SamePageStory(Location.InMemory one, Location.InMemory other) implements Question {

    @Override
    public Object seen(Film film) {
        for (Location.InMemory location : List.of(one, other)) {
            Object signal = new SignalStory(location).seen(film);
            if (!signal.equals("none")) {
                return signal;
            }
        }
        Machine machine = read(film);
        return equal(frame(film, machine, one), frame(film, machine, other));
    }

    private static boolean equal(@Nullable FrameId one, @Nullable FrameId other) {
        return one != null && one.equals(other);
    }

    private Machine read(Film film) {
        Machine machine = film.end();
        for (Location.InMemory location : List.of(one, other)) {
            ProcessId process = film.process(location.process());
            if (process != null) {
                long address = film.address(location).orElse(0);
                machine = new Load(process, address, 1, OnSignal.HANDLE)
                        .applyTo(machine)
                        .machine();
            }
        }
        return machine;
    }

    private static @Nullable FrameId frame(Film film, Machine machine, Location.InMemory location) {
        ProcessId process = film.process(location.process());
        return process == null
                ? null
                : Look.frame(machine, process, film.address(location).orElse(0));
    }

    @Override
    public Told told(Film film) {
        for (Location.InMemory location : List.of(one, other)) {
            SignalStory signal = new SignalStory(location);
            if (!signal.seen(film).equals("none")) {
                return signal.told(film);
            }
        }
        Machine machine = read(film);
        boolean same = equal(frame(film, machine, one), frame(film, machine, other));
        String answer = one.written() + " and " + other.written() + " are "
                + (same ? "on one physical page" : "on two physical pages");
        return new Told(answer, List.of(cause(film, machine, one), cause(film, machine, other)));
    }

    private static Cause cause(Film film, Machine machine, Location.InMemory location) {
        ProcessId process = film.process(location.process());
        FrameId frame = frame(film, machine, location);
        if (process == null || frame == null) {
            return Cause.of(0, location.written() + " has no page");
        }
        return new Pages(film).of(machine, process, film.address(location).orElse(0), frame);
    }
}
