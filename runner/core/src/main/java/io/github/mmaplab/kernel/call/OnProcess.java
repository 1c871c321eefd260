package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.HeapLength;
import io.github.mmaplab.abi.Limit;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessCall;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Transition;

/**
 * A system call for all memory of the process that makes it.
 *
 * @param argument what the call takes, of the kind that {@link ProcessCall#takes} says
 */
public record OnProcess(ProcessId process, ProcessCall call, Argument argument) implements Operation {

    /** What one of the calls does: its only place. */
    interface Semantics {
        /** Changes the machine as the call does, and says how it ends. */
        Outcome on(Draft draft);
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
            case LIMIT -> new LimitMemory(process, (Limit) argument);
            case MLOCKALL -> new Mlockall(process, (Flags) argument, true);
            case BRK -> new Brk(process, (HeapLength) argument);
            case MUNLOCKALL -> new Mlockall(process, Flags.of(), false);
        };
    }
}
