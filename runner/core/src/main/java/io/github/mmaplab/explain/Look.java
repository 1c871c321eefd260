package io.github.mmaplab.explain;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.call.ReadFile;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.ProcessState;
import io.github.mmaplab.kernel.machine.Transition;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a process, or read(2), finds at a place. Looking changes nothing, because the machine after it is another value.
 *
 * @param status of the process; null if there is none, or for read(2)
 * @param data as many bytes as can be read
 * @param fault what stopped the reading, or null
 * @param after the machine after the reading
 */
record Look(@Nullable ProcessStatus status, Data data, Outcome.@Nullable Signalled fault, Machine after) {

    /** Loads from memory, at most a mebibyte. */
    static Look memory(Machine machine, ProcessId process, long address, long length) {
        ProcessState state = machine.processes().get(process);
        if (state == null || !state.status().alive()) {
            return new Look(state == null ? null : state.status(), Data.EMPTY, null, machine);
        }
        long most = Math.min(length, Load.MOST_BYTES);
        Transition read = new Load(process, address, most, OnSignal.HANDLE).applyTo(machine);
        if (read.outcome() instanceof Outcome.Signalled fault) {
            Outcome before = new Load(process, address, fault.address() - address, OnSignal.HANDLE)
                    .applyTo(machine)
                    .outcome();
            Data data = before instanceof Outcome.Done done ? done.data() : Data.EMPTY;
            return new Look(state.status(), data, fault, read.machine());
        }
        Data data = read.outcome() instanceof Outcome.Done done ? done.data() : Data.EMPTY;
        return new Look(state.status(), data, null, read.machine());
    }

    /** Reads from a file as read(2) does, at most a mebibyte. */
    static Look file(Machine machine, FileId file, long offset, long length) {
        if (!machine.files().containsKey(file)) {
            return new Look(null, Data.EMPTY, null, machine);
        }
        Transition read = new ReadFile(file, offset, Math.min(length, Load.MOST_BYTES)).applyTo(machine);
        Data data = read.outcome() instanceof Outcome.Done done ? done.data() : Data.EMPTY;
        return new Look(null, data, null, read.machine());
    }

    /** What is seen, for comparing: no addresses, and no numbers of pages. */
    Object seen() {
        return Arrays.asList(
                status, data, fault == null ? "" : fault.signal() + " " + fault.code() + " " + data.length());
    }

    /** Which signal it is, for comparing. */
    Object signal() {
        return status == null || !status.alive()
                ? Arrays.asList(status)
                : List.of(fault == null ? "none" : fault.signal() + " " + fault.code());
    }
}
