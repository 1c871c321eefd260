package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.Names;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.disk.Change;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.PageCache;

/**
 * rename(2) within the folder: the new name refers to the file from now on, also where it referred to another one. If both
 * names refer to the file already, nothing happens (fs/namei.c, vfs_rename).
 */
record Rename(FileId file, Names names) implements OnFile.Semantics {

    @Override
    public Outcome on(Draft draft) {
        if (!file.equals(draft.named(names.name()))) {
            return Scene.failed(Errno.ENOENT, "the file has no such name any more, rename(2)");
        }
        FileId replaced = draft.named(names.other());
        if (file.equals(replaced)) {
            return Outcome.Ok.ZERO;
        }
        if (draft.file(file).kind() != FileKind.REGULAR
                || (replaced != null && draft.file(replaced).kind() != FileKind.REGULAR)) {
            return new Outcome.Refused("renaming a file that is not regular");
        }
        if (replaced != null && new PageCache(draft, file).hasTail()) {
            return new Outcome.Refused(
                    "renaming over another one a file with bytes past its end, which ext4 may clear");
        }
        if (replaced != null) {
            // fs/ext4/namei.c, ext4_rename: ext4_alloc_da_blocks, unless mounted with noauto_da_alloc
            draft.note(new Change.Replaces(file));
        }
        draft.unlink(names.name());
        draft.link(names.other(), file);
        draft.note(new Event.FileRenamed(file, names.name(), names.other()));
        return replaced == null || draft.file(replaced).linked()
                ? Outcome.Ok.ZERO
                : Unlink.withoutName(draft, replaced);
    }
}
