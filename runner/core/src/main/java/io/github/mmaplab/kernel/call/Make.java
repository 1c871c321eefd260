package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Trait;
import io.github.mmaplab.kernel.memory.FileState;

/** open(2) with O_CREAT and O_EXCL: a new, empty file. */
record Make(FileId file, NameId name) implements OnFile.Semantics {

    @Override
    public Outcome on(Draft draft) {
        FileId named = draft.named(name);
        if (named != null) {
            if (draft.has(Trait.DISK) && draft.file(named).kind() != FileKind.REGULAR) {
                return new Outcome.Refused("making a file with the name of a shared memory object");
            }
            return Scene.failed(
                    Errno.EEXIST, "there is a file with this name already, open(2) with O_CREAT and O_EXCL");
        }
        draft.file(FileState.empty(file, draft.has(Trait.DISK) ? FileKind.REGULAR : FileKind.SHM, true, 0));
        draft.link(name, file);
        draft.note(new Event.FileCreated(file));
        return Outcome.Ok.ZERO;
    }
}
