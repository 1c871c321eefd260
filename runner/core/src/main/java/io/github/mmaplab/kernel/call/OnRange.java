package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Transition;

/**
 * A system call over a range of addresses.
 *
 * @param argument what the call takes beside the range, of the kind that {@link RangeCall#takes} says
 */
public record OnRange(ProcessId process, long address, long length, RangeCall call, Argument argument)
        implements Operation {

    /** What one of the calls does: its only place. */
    interface Semantics {
        /** Changes the machine as the call does, and says how it ends. */
        Outcome on(Draft draft);
    }

    /** A call that takes nothing but the range. */
    public OnRange(ProcessId process, long address, long length, RangeCall call) {
        this(process, address, length, call, Argument.NONE);
    }

    @Override
    public Transition applyTo(Machine machine) {
        Draft draft = Scene.draft(machine, process);
        Outcome undefined = Scene.undefined(argument, call.systemCall(argument));
        return draft.seal(undefined == null ? semantics().on(draft) : undefined);
    }

    @Override
    public String name() {
        return call.word();
    }

    /** The one line that joins a call to its semantics. */
    private Semantics semantics() {
        return switch (call) {
            case MUNMAP -> new Munmap(process, address, length);
            case MPROTECT -> new Mprotect(process, address, length, (Protection) argument);
            case MSYNC -> new Msync(process, address, length, (Flags) argument);
            case MADVISE -> new Madvise(process, address, length, (Advice) argument);
            case MLOCK -> new Mlock(process, address, length, (Flags) argument);
            case MSEAL -> new Mseal(process, address, length);
            case SHMDT -> new Shmdt(process, address);
            case MUNLOCK -> new Mlock(process, address, length, null);
        };
    }
}
