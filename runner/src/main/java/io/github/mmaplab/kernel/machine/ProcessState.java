package io.github.mmaplab.kernel.machine;

import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.abi.ProcessStatus;
import io.github.mmaplab.kernel.memory.AddressSpace;

/**
 * A process.
 *
 * @param generation changes at each fork, on both sides: a private page with another generation may be shared with a
 *     relative
 */
public record ProcessState(ProcessId id, ProcessStatus status, AddressSpace space, long generation) {

    ProcessState with(AddressSpace other) {
        return new ProcessState(id, status, other, generation);
    }

    ProcessState withGeneration(long other) {
        return new ProcessState(id, status, space, other);
    }

    ProcessState ended(ProcessStatus how) {
        return new ProcessState(id, how, AddressSpace.EMPTY, generation);
    }
}
