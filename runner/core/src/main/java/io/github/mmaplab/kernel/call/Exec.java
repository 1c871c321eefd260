package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Mappings;
import io.github.mmaplab.kernel.machine.Myth;
import io.github.mmaplab.kernel.machine.Transition;
import java.util.Set;

/** execve(2): another program, a new address space; the mappings are gone, the limits stay (fs/exec.c, exec_mmap). */
public record Exec(ProcessId process) implements Operation {

    @Override
    public Transition applyTo(Machine machine) {
        Draft draft = Scene.draft(machine, process);
        if (!draft.believes(Myth.EXEC_KEEPS_MAPPINGS)) {
            new Mappings(draft, process).clear();
        }
        draft.locksNew(process, Set.of());
        draft.note(new Event.ProcessReplaced(process));
        return draft.seal(Outcome.Ok.ZERO);
    }
}
