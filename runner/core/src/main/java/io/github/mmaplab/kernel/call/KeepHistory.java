package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.CrashModel;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.disk.History;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Transition;

/** Sets the scene: from now on the machine remembers what may have reached its disk, because it will crash. */
public record KeepHistory(CrashModel model) implements Operation {

    @Override
    public Transition applyTo(Machine machine) {
        Draft draft = new Draft(machine);
        draft.keepHistory(History.begin(model, machine.pageSize()));
        return draft.seal(Outcome.Ok.ZERO);
    }
}
