package io.github.mmaplab.kernel.call;

import static io.github.mmaplab.kernel.call.Scene.failed;

import io.github.mmaplab.abi.Constant;
import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.Seal;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Mappings;
import io.github.mmaplab.kernel.machine.Myth;
import io.github.mmaplab.kernel.machine.ProcessState;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.memory.FileState;
import io.github.mmaplab.kernel.memory.Mapping;
import java.util.EnumSet;
import java.util.Set;

/**
 * fcntl(2) with F_ADD_SEALS on a descriptor that is open for writing, in the order of mm/memfd.c, memfd_add_seals. A file of a
 * scenario is never executable, so that F_SEAL_EXEC implies no other seal.
 */
record AddSeals(FileId file, Flags added) implements OnFile.Semantics {

    @Override
    public Outcome on(Draft draft) {
        FileState state = draft.file(file);
        if (state.kind().hasDisk()) {
            return failed(Errno.EINVAL, "only files in memory have seals, fcntl(2) F_ADD_SEALS");
        }
        if (state.has(Seal.SEAL)) {
            return failed(Errno.EPERM, "F_SEAL_SEAL, which only a memfd may lack, forbids further seals, fcntl(2)");
        }
        if (added.contains(Seal.WRITE)
                && !state.has(Seal.WRITE)
                && draft.holds(Rule.WRITE_SEAL_NEEDS_NO_WRITER)
                && mayBeStoredTo(draft)) {
            return failed(
                    Errno.EBUSY,
                    "the file is mapped shared and is writable there, or can become so, fcntl(2) F_SEAL_WRITE");
        }
        Set<Seal> all = EnumSet.noneOf(Seal.class);
        all.addAll(state.seals());
        for (Constant seal : added.flags()) {
            all.add((Seal) seal);
        }
        draft.file(state.withSeals(all));
        if (state.withSeals(all).writeSealed() && draft.believes(Myth.SEALING_ENDS_MAPPINGS)) {
            endStores(draft);
        }
        draft.note(new Event.FileSealed(file, added));
        return Outcome.Ok.ZERO;
    }

    /** The shared mappings that there are become read-only. */
    private void endStores(Draft draft) {
        for (ProcessState process : draft.processes()) {
            for (Mapping mapping : process.space().mappings().values()) {
                if (mapping.shared() && file.equals(mapping.file())) {
                    Protection old = mapping.protection();
                    Protection now = new Protection(old.read(), false, old.execute());
                    new Mappings(draft, process.id())
                            .replace(mapping, mapping.readOnly().withProtection(now));
                }
            }
        }
    }

    /** mapping_deny_writable: every shared mapping counts that may become writable (mm/mmap.c, i_mmap_writable). */
    private boolean mayBeStoredTo(Draft draft) {
        for (ProcessState process : draft.processes()) {
            for (Mapping mapping : process.space().mappings().values()) {
                if (mapping.shared() && mapping.mayWrite() && file.equals(mapping.file())) {
                    return true;
                }
            }
        }
        return false;
    }
}
