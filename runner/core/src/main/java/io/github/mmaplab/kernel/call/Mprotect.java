package io.github.mmaplab.kernel.call;

import static io.github.mmaplab.kernel.call.Scene.failed;
import static io.github.mmaplab.kernel.call.Scene.lesser;
import static io.github.mmaplab.kernel.call.Scene.unaligned;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Mappings;
import io.github.mmaplab.kernel.machine.Myth;
import io.github.mmaplab.kernel.machine.Relatives;
import io.github.mmaplab.kernel.memory.Mapping;

/**
 * mprotect(2), as mm/mprotect.c do_mprotect_pkey goes about it: mapping by mapping, upwards, so that what lies below a
 * hole or a refusal is changed all the same.
 */
record Mprotect(ProcessId process, long address, long length, Protection protection) implements OnRange.Semantics {

    @Override
    public Outcome on(Draft draft) {
        if (draft.believes(Myth.MPROTECT_REACHES_RELATIVES)) {
            new Relatives(draft, process)
                    .having(address, address + draft.pageSize().ceil(length))
                    .forEach(relative -> new Mprotect(relative, address, length, protection).protect(draft));
        }
        return protect(draft);
    }

    private Outcome protect(Draft draft) {
        PageSize pageSize = draft.pageSize();
        if (!pageSize.aligned(address)) {
            return failed(Errno.EINVAL, unaligned("address", address) + ", mprotect(2)");
        }
        if (length == 0) {
            return Outcome.Ok.ZERO;
        }
        long end = address + pageSize.ceil(length);
        if (Long.compareUnsigned(end, address) <= 0) {
            return failed(Errno.ENOMEM, "the range reaches beyond the address space, mprotect(2)");
        }
        long next = address;
        while (Long.compareUnsigned(next, end) < 0) {
            Mapping mapping = draft.space(process).find(next);
            if (mapping == null) {
                return failed(Errno.ENOMEM, "part of the range is not mapped, mprotect(2)");
            }
            if (protection.write() && !mapping.mayWrite()) {
                return failed(Errno.EACCES, readOnly(draft, mapping) + " cannot become writable, mprotect(2)");
            }
            if (mapping.sealed()) {
                // mprotect_fixup: even if the protection stays
                return failed(Errno.EPERM, "part of the range is sealed (mseal), mprotect(2)");
            }
            long to = lesser(mapping.end(), end);
            if (exceedsLimit(draft, mapping, to - next)) {
                return failed(Errno.ENOMEM, "more would be private and writable than RLIMIT_DATA allows, mprotect(2)");
            }
            change(draft, mapping, next, to);
            if (!mapping.shared() && !mapping.protection().write() && protection.write()) {
                // mprotect_fixup: a locked mapping that becomes writable gets its copies
                Outcome refused = new Population(draft, process).populateLocked(next, to);
                if (refused != null) {
                    return refused;
                }
            }
            next = to;
        }
        return Outcome.Ok.ZERO;
    }

    private static String readOnly(Draft draft, Mapping mapping) {
        FileId file = mapping.file();
        return "a shared mapping of a file "
                + (file != null && draft.file(file).writeSealed()
                        ? "that was sealed against writing (" + Seals.writeSeal(draft.file(file)) + ")"
                        : "opened read-only");
    }

    /** mprotect_fixup: whether memory that becomes data is too much as data, and would not be too much otherwise. */
    private boolean exceedsLimit(Draft draft, Mapping mapping, long bytes) {
        boolean was = Room.isData(mapping.protection(), mapping.shared());
        boolean becomes = Room.isData(protection, mapping.shared());
        Room room = new Room(draft, process);
        return becomes && !was && !room.allowsMapping(bytes, true) && room.allowsMapping(bytes, false);
    }

    private void change(Draft draft, Mapping mapping, long from, long to) {
        if (mapping.protection().equals(protection)) {
            return;
        }
        draft.note(new Event.MappingProtected(process, from, to - from, protection));
        new Mappings(draft, process).change(mapping, mapping.part(from, to).withProtection(protection));
    }
}
