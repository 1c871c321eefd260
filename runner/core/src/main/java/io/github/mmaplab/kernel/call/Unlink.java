package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.PageCache;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.memory.FileState;

/**
 * unlink(2), or shm_unlink(3): the name goes; the file stays for those who have it open or mapped. Of a System V segment
 * shmctl(2) with IPC_RMID, after which it can still be attached while it is attached.
 */
record Unlink(FileId file, NameId name) implements OnFile.Semantics {

    @Override
    public Outcome on(Draft draft) {
        if (draft.file(file).kind() == FileKind.SYSV) {
            return removed(draft);
        }
        if (draft.file(file).kind() == FileKind.MEMFD) {
            return Scene.failed(Errno.ENOENT, "a memfd has no name that could be removed, memfd_create(2)");
        }
        if (!file.equals(draft.named(name))) {
            return Scene.failed(Errno.ENOENT, "the file has no name any more, unlink(2)");
        }
        draft.unlink(name);
        return draft.file(file).linked() ? Outcome.Ok.ZERO : withoutName(draft, file);
    }

    private Outcome removed(Draft draft) {
        FileState segment = draft.file(file);
        if (segment.destroyed()) {
            return Scene.failed(Errno.EINVAL, Scene.NO_SEGMENT + ", shmctl(2)");
        }
        draft.remove(file);
        return segment.linked() ? withoutName(draft, file) : Outcome.Ok.ZERO;
    }

    /** A file loses its last name. */
    static Outcome withoutName(Draft draft, FileId file) {
        draft.note(new Event.FileUnlinked(file));
        boolean keeps = draft.holds(Rule.UNLINK_KEEPS_FILE);
        return keeps || new PageCache(draft, file).resize(0) ? Outcome.Ok.ZERO : Scene.leavesTooMany();
    }
}
