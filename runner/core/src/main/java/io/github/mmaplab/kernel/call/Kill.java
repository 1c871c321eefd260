package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Mappings;
import io.github.mmaplab.kernel.machine.Transition;

/** kill(2) with SIGKILL, which nothing can handle. */
public record Kill(ProcessId process) implements Operation {

    @Override
    public Transition applyTo(Machine machine) {
        Draft draft = Scene.draft(machine, process);
        new Mappings(draft, process).end(new ProcessStatus.Killed(Signal.SIGKILL));
        return draft.seal(Outcome.Ok.ZERO);
    }
}
