package io.github.mmaplab.kernel.call;

import io.github.mmaplab.kernel.abi.Errno;
import io.github.mmaplab.kernel.abi.Outcome;
import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;

/** What operations have in common. */
final class Scene {

    private Scene() {}

    /**
     * A draft for an operation by {@code process}.
     *
     * @throws IllegalArgumentException if the process does not run
     */
    static Draft draft(Machine machine, ProcessId process) {
        if (!machine.process(process).status().alive()) {
            throw new IllegalArgumentException(process + " has ended");
        }
        return new Draft(machine);
    }

    static Outcome failed(Errno errno, String reason) {
        return new Outcome.Failed(errno, reason);
    }

    static String unaligned(String what, long value) {
        return what + " " + number(value) + " is not a multiple of the page size";
    }

    static String number(long value) {
        return value >= 0 && value < 1 << 20 ? Long.toString(value) : "0x" + Long.toHexString(value);
    }
}
