package io.github.mmaplab.kernel.call;

import static io.github.mmaplab.kernel.call.Scene.failed;
import static io.github.mmaplab.kernel.call.Scene.number;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.HeapLength;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Limits;
import io.github.mmaplab.kernel.machine.Mappings;
import io.github.mmaplab.kernel.memory.AddressSpace;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.kernel.memory.VmFlag;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * brk(2), with the checks of mm/mmap.c, sys_brk, and mm/vma.c, do_brk_flags. Whatever is wrong, the system call returns the old
 * end of the heap. That counts as ENOMEM; the C library reports it where the heap was to grow. What is mapped in the range of the heap does not matter but where it
 * grows or shrinks.
 */
record Brk(ProcessId process, HeapLength length) implements OnProcess.Semantics {

    @Override
    public Outcome on(Draft draft) {
        PageSize pageSize = draft.pageSize();
        Limits limits = draft.process(process).limits();
        if (limits.data() != Limits.NONE && Long.compareUnsigned(length.bytes(), limits.data()) > 0) {
            return noMemory("the heap would be longer than RLIMIT_DATA allows");
        }
        if (Long.compareUnsigned(length.bytes(), pageSize.taskSize() - AddressSpace.HEAP_START) > 0) {
            return noMemory("length " + number(length.bytes()) + " is more than the address space has after the heap");
        }
        long oldEnd = AddressSpace.HEAP_START + draft.space(process).heap();
        long newEnd = AddressSpace.HEAP_START + pageSize.ceil(length.bytes());
        Outcome wrong = newEnd < oldEnd ? shrink(draft, newEnd, oldEnd) : null;
        if (newEnd > oldEnd) {
            wrong = grow(draft, oldEnd, newEnd);
        }
        return wrong == null ? Outcome.Ok.ZERO : wrong;
    }

    private @Nullable Outcome shrink(Draft draft, long newEnd, long oldEnd) {
        if (!draft.space(process).occupied(newEnd, oldEnd)) {
            return noMemory("nothing is mapped in the part of the heap that is to go");
        }
        if (!new Mappings(draft, process).unmap(newEnd, oldEnd)) {
            return noMemory("a mapping in the part of the heap that is to go is sealed (mseal)");
        }
        end(draft, newEnd);
        return null;
    }

    private @Nullable Outcome grow(Draft draft, long oldEnd, long newEnd) {
        Room room = new Room(draft, process);
        Set<VmFlag> vmFlags = EnumSet.of(VmFlag.ACCOUNT);
        vmFlags.addAll(draft.process(process).locksNew());
        if (vmFlags.contains(VmFlag.LOCKED) && !room.allowsLockingMore(newEnd - oldEnd)) {
            return noMemory("more would be locked than RLIMIT_MEMLOCK allows");
        }
        if (draft.space(process).occupied(oldEnd, newEnd + draft.pageSize().bytes())) {
            return noMemory("something is mapped where the heap would grow, or less than a page after that");
        }
        if (!room.allowsMapping(newEnd - oldEnd, true)) {
            return noMemory("more would be mapped than the process's limits allow");
        }
        Mappings mappings = new Mappings(draft, process);
        mappings.add(new Mapping(
                oldEnd, newEnd, Protection.READ_WRITE, false, true, null, 0, oldEnd, vmFlags, Mapping.Family.NONE));
        draft.note(new Event.MappingMade(process, oldEnd, newEnd - oldEnd));
        if (oldEnd > AddressSpace.HEAP_START) {
            mappings.merge(oldEnd); // what ends where the heap begins is no part of it
        }
        end(draft, newEnd);
        return vmFlags.contains(VmFlag.LOCKED) && !vmFlags.contains(VmFlag.LOCKONFAULT)
                ? new Population(draft, process).populate(oldEnd, newEnd)
                : null;
    }

    private void end(Draft draft, long end) {
        draft.space(process, draft.space(process).withHeap(end - AddressSpace.HEAP_START));
    }

    private static Outcome noMemory(String why) {
        return failed(Errno.ENOMEM, why + ", brk(2)");
    }
}
