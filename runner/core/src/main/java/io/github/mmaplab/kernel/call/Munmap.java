package io.github.mmaplab.kernel.call;

import static io.github.mmaplab.kernel.call.Scene.failed;
import static io.github.mmaplab.kernel.call.Scene.number;
import static io.github.mmaplab.kernel.call.Scene.unaligned;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Mappings;
import io.github.mmaplab.kernel.machine.Myth;
import io.github.mmaplab.kernel.machine.Relatives;

/** munmap(2), with the checks of mm/vma.c, do_vmi_munmap. Holes in the range do no harm. */
record Munmap(ProcessId process, long address, long length) implements OnRange.Semantics {

    @Override
    public Outcome on(Draft draft) {
        PageSize pageSize = draft.pageSize();
        if (!pageSize.aligned(address)) {
            return failed(Errno.EINVAL, unaligned("address", address) + ", munmap(2)");
        }
        if (Long.compareUnsigned(address, pageSize.taskSize()) > 0
                || Long.compareUnsigned(length, pageSize.taskSize() - address) > 0) {
            return failed(Errno.EINVAL, "the range reaches beyond the address space, munmap(2)");
        }
        long rounded = pageSize.ceil(length);
        if (rounded == 0) {
            return failed(Errno.EINVAL, "length " + number(length) + " is not allowed, munmap(2)");
        }
        if (draft.believes(Myth.MUNMAP_IS_LIKE_FREE)) {
            return Outcome.Ok.ZERO;
        }
        if (draft.believes(Myth.MUNMAP_REACHES_RELATIVES)) {
            new Relatives(draft, process)
                    .having(address, address + rounded)
                    .forEach(relative -> new Mappings(draft, relative).unmap(address, address + rounded));
        }
        return new Mappings(draft, process).unmap(address, address + rounded)
                ? Outcome.Ok.ZERO
                : failed(Errno.EPERM, "part of the range is sealed (mseal), munmap(2)");
    }
}
