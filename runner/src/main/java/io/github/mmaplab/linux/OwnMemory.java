package io.github.mmaplab.linux;

import io.github.mmaplab.abi.Outcome;

/** Where the agent's own program, stack and shared page are: scenarios must not touch it. */
final class OwnMemory {

    /** Below, an ordinary user can map nothing, and so nothing of ours is there (vm.mmap_min_addr is at most this). */
    private static final long LOWEST = 1 << 16;

    private final long lowEnd;
    private final long highStart;
    private final long taskSize;

    /**
     * @param lowEnd ours is everything below
     * @param highStart and everything from here on
     * @param taskSize where the memory of processes ends
     */
    OwnMemory(long lowEnd, long highStart, long taskSize) {
        this.lowEnd = lowEnd;
        this.highStart = highStart;
        this.taskSize = taskSize;
    }

    /** Whether a range touches it. One that does not end within the memory of processes is refused by the kernel. */
    boolean isIn(long address, long length) {
        if (address < 0 || length <= 0 || address > taskSize || length > taskSize - address) {
            return false;
        }
        long end = address + length;
        return (address < lowEnd && end > LOWEST) || end > highStart;
    }

    /** Whether a call that goes on behind holes, and beyond the memory of processes, gets there. */
    boolean isReached(long address, long length) {
        if (address < 0 || length == 0 || address > taskSize) {
            return false;
        }
        if (Long.compareUnsigned(address + length, address) < 0) {
            return false; // beyond 2^64: the kernel refuses it, or rounds it to nothing
        }
        return Long.compareUnsigned(length, taskSize - address) > 0 || isIn(address, length);
    }

    Outcome refused() {
        return Outcome.Refused.onThisMachine("a place where the agent that plays the scenario has its own memory");
    }
}
