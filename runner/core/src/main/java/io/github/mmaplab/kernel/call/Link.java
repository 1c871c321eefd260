package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.Names;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Draft;

/** link(2): one name more for a file. */
record Link(FileId file, Names names) implements OnFile.Semantics {

    @Override
    public Outcome on(Draft draft) {
        if (!file.equals(draft.named(names.name()))) {
            return Scene.failed(Errno.ENOENT, "the file has no such name any more, link(2)");
        }
        if (draft.file(file).kind() != FileKind.REGULAR) {
            return new Outcome.Refused("a link to a file that is not regular");
        }
        FileId named = draft.named(names.other());
        if (named != null && draft.file(named).kind() != FileKind.REGULAR) {
            return new Outcome.Refused("a link with the name of a shared memory object");
        }
        if (named != null) {
            return Scene.failed(Errno.EEXIST, "there is a file with the new name already, link(2)");
        }
        draft.link(names.other(), file);
        draft.note(new Event.FileLinked(file, names.other()));
        return Outcome.Ok.ZERO;
    }
}
