package io.github.mmaplab.linux;

import io.github.mmaplab.abi.Outcome;

/** The addresses of the agent's own program, stack and shared page, which scenarios must not touch. */
final class OwnMemory {

    /** An ordinary user can map nothing below this address (vm.mmap_min_addr), so the agent has nothing there. */
    private static final long LOWEST = 1 << 16;

    private final long lowEnd;
    private final long highStart;
    private final long taskSize;

    /**
     * @param lowEnd the agent's memory is below this address
     *
     * @param highStart and from this address up
     * @param taskSize the end of the address space
     */
    OwnMemory(long lowEnd, long highStart, long taskSize) {
        this.lowEnd = lowEnd;
        this.highStart = highStart;
        this.taskSize = taskSize;
    }

    /** Whether a range touches it. A range that exceeds the address space is refused by the kernel. */
    boolean isIn(long address, long length) {
        if (address < 0 || length <= 0 || address > taskSize || length > taskSize - address) {
            return false;
        }
        long end = address + length;
        return (address < lowEnd && end > LOWEST) || end > highStart;
    }

    /** Whether a call reaches it that continues after holes and past the end of the address space. */
    boolean isReached(long address, long length) {
        if (address < 0 || length == 0 || address > taskSize) {
            return false;
        }
        if (Long.compareUnsigned(address + length, address) < 0) {
            return false; // past 2^64: the kernel refuses it, or rounds it to nothing
        }
        return Long.compareUnsigned(length, taskSize - address) > 0 || isIn(address, length);
    }

    Outcome refused() {
        return Outcome.Refused.onThisMachine("a place where the agent that plays the scenario has its own memory");
    }
}
