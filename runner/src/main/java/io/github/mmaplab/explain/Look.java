package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.abi.Data;
import io.github.mmaplab.kernel.abi.FileId;
import io.github.mmaplab.kernel.abi.FrameId;
import io.github.mmaplab.kernel.abi.OnSignal;
import io.github.mmaplab.kernel.abi.Outcome;
import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.call.ReadFile;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Transition;
import io.github.mmaplab.scenario.model.Location;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What is seen at a place at the end of a film: reads as an expectation does, on a machine that nobody else sees. */
sealed interface Look {

    /** What is seen, for comparing: equal if the same is seen. */
    Object seen();

    /**
     * Nobody can look.
     *
     * @param why what is not there: the process, the mapping's name or the file
     * @param because how that came
     * @param step what {@code because} speaks of
     */
    record Nobody(String why, String because, int step) implements Look {
        /** The story of it. */
        Told told() {
            return new Told(why, List.of(Cause.of(step, because)));
        }

        @Override
        public Object seen() {
            return why;
        }
    }

    /**
     * Bytes, and the signal that stopped the reading, if one did.
     *
     * @param after the machine after the reading
     * @param data as many as could be read
     */
    record Bytes(Machine after, Data data, Outcome.@Nullable Signalled fault) implements Look {
        @Override
        public Object seen() {
            return Arrays.asList(
                    data,
                    fault == null ? "" : fault.signal().name(),
                    fault == null ? "" : fault.code().name());
        }
    }

    /** Reads {@code length} bytes, at most a mebibyte of them. */
    static Look at(Film film, Location location, long length) {
        return location instanceof Location.InMemory memory
                ? memory(film, memory, Math.min(length, Load.MOST_BYTES))
                : file(film, (Location.InFile) location, Math.min(length, Load.MOST_BYTES));
    }

    private static Look memory(Film film, Location.InMemory location, long length) {
        ProcessId process = film.process(location.process());
        OptionalLong address = film.address(location);
        if (process == null || address.isEmpty()) {
            return Absent.of(film, location);
        }
        if (!film.end().process(process).status().alive()) {
            return Absent.ended(film, location.process(), process);
        }
        long start = address.getAsLong();
        Transition read = new Load(process, start, length, OnSignal.HANDLE).applyTo(film.end());
        if (read.outcome() instanceof Outcome.Signalled fault) {
            long there = fault.address() - start;
            Outcome before = new Load(process, start, there, OnSignal.HANDLE)
                    .applyTo(film.end())
                    .outcome();
            Data data = before instanceof Outcome.Done done ? done.data() : Data.EMPTY;
            return new Bytes(read.machine(), data, fault);
        }
        return read.outcome() instanceof Outcome.Done done
                ? new Bytes(read.machine(), done.data(), null)
                : new Nobody(location.written() + " can't be read", "it is too much at once", film.step());
    }

    private static Look file(Film film, Location.InFile location, long length) {
        FileId file = film.file(location.file());
        if (file == null) {
            return new Nobody("there is no file " + location.file(), "it could not be made", 0);
        }
        Transition read = new ReadFile(file, location.offset(), length).applyTo(film.end());
        if (read.outcome() instanceof Outcome.Done done) {
            return new Bytes(read.machine(), done.data(), null);
        }
        String why = read.outcome() instanceof Outcome.Failed failed ? failed.reason() : "it is too much at once";
        return new Nobody(location.written() + " can't be read", why, film.step());
    }

    /** The page behind an address, after it has been read; or null. */
    static @Nullable FrameId frame(Machine machine, ProcessId process, long address) {
        return machine.process(process).space().frame(machine.pageSize().number(address));
    }
}
