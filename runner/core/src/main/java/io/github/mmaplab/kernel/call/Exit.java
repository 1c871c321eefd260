package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Mappings;
import io.github.mmaplab.kernel.machine.Transition;

/**
 * exit(3): the process ends, its mappings with it.
 *
 * @param code of which the parent sees the lowest eight bits
 */
public record Exit(ProcessId process, int code) implements Operation {

    @Override
    public Transition applyTo(Machine machine) {
        Draft draft = Scene.draft(machine, process);
        new Mappings(draft, process).end(new ProcessStatus.Exited(code & 0xff));
        return draft.seal(Outcome.Ok.ZERO);
    }
}
