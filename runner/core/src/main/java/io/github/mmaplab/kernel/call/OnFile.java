package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.Names;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Transition;

/**
 * A system call on a file: on its name, or on a descriptor that is open for writing.
 *
 * @param offset where a range begins, in bytes; 0 for the whole file
 * @param length of a range, or the new size of the file, in bytes
 * @param argument what the call takes besides, of the kind that {@link FileCall#takes} says; of a call on a name, {@link Names}
 */
public record OnFile(FileId file, long offset, long length, FileCall call, Argument argument) implements Operation {

    /** What one of the calls does: its only place. */
    interface Semantics {
        /** Changes the machine as the call does, and says how it ends. */
        Outcome on(Draft draft);
    }

    @Override
    public Transition applyTo(Machine machine) {
        Draft draft = new Draft(machine);
        return draft.seal(semantics().on(draft));
    }

    @Override
    public String name() {
        return call.word();
    }

    /** The one line that joins a call to its semantics. */
    Semantics semantics() {
        return switch (call) {
            case TRUNCATE -> new Truncate(file, length);
            case PUNCH -> new Punch(file, offset, length);
            case ALLOCATE -> new Allocate(file, offset, length, (Flags) argument);
            case UNLINK -> new Unlink(file, ((Names) argument).name());
            case RENAME -> new Rename(file, (Names) argument);
            case LINK -> new Link(file, (Names) argument);
            case CREATE -> new Make(file, ((Names) argument).name());
            case SEAL -> new AddSeals(file, (Flags) argument);
            case SYNC -> new Sync(file);
        };
    }
}
