package io.github.mmaplab.kernel.call;

import static io.github.mmaplab.kernel.call.Scene.failed;
import static io.github.mmaplab.kernel.call.Scene.lesser;
import static io.github.mmaplab.kernel.call.Scene.number;
import static io.github.mmaplab.kernel.call.Scene.unaligned;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Mappings;
import io.github.mmaplab.kernel.machine.Myth;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.kernel.memory.VmFlag;
import java.util.Objects;

/** mseal(2), as mm/mseal.c, do_mseal goes about it: all of the range is sealed, or nothing if there is a hole in it. */
record Mseal(ProcessId process, long address, long length) implements OnRange.Semantics {

    @Override
    public Outcome on(Draft draft) {
        PageSize pageSize = draft.pageSize();
        if (!pageSize.aligned(address)) {
            return failed(Errno.EINVAL, unaligned("address", address) + ", mseal(2)");
        }
        long rounded = pageSize.ceil(length);
        long end = address + rounded;
        if ((rounded == 0 && length != 0) || Long.compareUnsigned(end, address) < 0) {
            return failed(Errno.EINVAL, "length " + number(length) + " is not allowed, mseal(2)");
        }
        for (long next = address; Long.compareUnsigned(next, end) < 0; ) {
            Mapping mapping = draft.space(process).find(next);
            if (mapping == null) {
                return failed(Errno.ENOMEM, "part of the range is not mapped, and nothing is sealed, mseal(2)");
            }
            next = mapping.end();
        }
        for (long next = address; Long.compareUnsigned(next, end) < 0; ) {
            next = seal(draft, next, end);
        }
        return Outcome.Ok.ZERO;
    }

    /** mseal_apply, for one mapping; returns where the next one begins. */
    private long seal(Draft draft, long from, long end) {
        Mapping mapping = Objects.requireNonNull(draft.space(process).find(from));
        long to = lesser(mapping.end(), end);
        Mapping part = mapping.part(from, to);
        Mapping sealed = part.with(VmFlag.SEALED);
        if (draft.believes(Myth.SEALED_MEMORY_IS_READ_ONLY)) {
            Protection old = part.protection();
            sealed = sealed.withProtection(new Protection(old.read(), false, old.execute()));
        }
        if (!mapping.sealed()) {
            new Mappings(draft, process).change(mapping, sealed);
        }
        return to;
    }
}
