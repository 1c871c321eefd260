package io.github.mmaplab.kernel;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.kernel.call.Exec;
import io.github.mmaplab.kernel.call.Exit;
import io.github.mmaplab.kernel.call.Fork;
import io.github.mmaplab.kernel.call.Kill;

/** A process of a {@link TestMachine}. */
record TestProcess(TestMachine machine, ProcessId id) {

    /** An address. */
    Place at(long address) {
        return new Place(this, address);
    }

    /** The address that {@code place} has, in this process. */
    Place at(Place place) {
        return at(place.address());
    }

    /** A free range with free neighbours, 16 GiB long. */
    Place room() {
        return at(machine.room(0));
    }

    /** Makes a mapping of anonymous memory, {@code letters} as in {@link Place#map(String, long)}. */
    Place map(String letters, long length) {
        return at(machine.room(length)).map(letters, length);
    }

    /** Makes a mapping of a file from its beginning. */
    Place map(String letters, long length, TestFile file) {
        return at(machine.room(length)).map(letters, length, file, 0);
    }

    TestProcess fork() {
        ProcessId child = machine.nextProcess();
        machine.perform(new Fork(id, child));
        return new TestProcess(machine, child);
    }

    Outcome exec() {
        return machine.perform(new Exec(id));
    }

    Outcome exit(int code) {
        return machine.perform(new Exit(id, code));
    }

    Outcome kill() {
        return machine.perform(new Kill(id));
    }

    ProcessStatus status() {
        return machine.kernel().status(id);
    }
}
