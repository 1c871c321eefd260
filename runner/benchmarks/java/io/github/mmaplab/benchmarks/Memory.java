package io.github.mmaplab.benchmarks;

import com.sun.management.ThreadMXBean;
import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.call.Fork;
import io.github.mmaplab.kernel.call.Mmap;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.Spawn;
import io.github.mmaplab.kernel.call.Store;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Supplier;

/** What machines occupy: heap in use after a collection, and what was allocated to make them. */
public final class Memory {

    private static final PageSize PAGE = PageSize.FOUR_K;
    private static final ProcessId PARENT = new ProcessId(0);
    private static final long START = 1L << 32;
    private static final Data HELLO = Data.of("hello".getBytes(StandardCharsets.UTF_8));

    private Memory() {}

    /** Prints a table. */
    public static void main(String[] args) {
        System.out.printf("%n%-64s %12s %14s%n", "bytes for one of them", "in use", "allocated");
        long small = measure("a mapping of 3 pages, 3 pages written", 1_000, () -> mapped(3L * PAGE.bytes()));
        long huge = measure("a mapping of 1 TiB, 3 pages written", 1_000, () -> mapped(1L << 40));
        long alone = measure("a process with 100 pages written", 100, () -> family(0));
        long many = measure("the same and 10,000 children, each with a page of its own", 1, () -> family(10_000));
        System.out.printf("%n%6.2f  1 TiB / 3 pages%n", (double) huge / small);
        System.out.printf("%6.0f  bytes a child; a page is %d%n", (many - alone) / 10_000.0, PAGE.bytes());
    }

    /** Three pages written: the first, one in the middle, the last. */
    private static SimulatedKernel mapped(long length) {
        SimulatedKernel kernel = withMapping(length);
        long pages = PAGE.number(length);
        for (long page : new long[] {0, pages / 2, pages - 1}) {
            perform(kernel, storeTo(PARENT, page));
        }
        return kernel;
    }

    private static SimulatedKernel family(int children) {
        SimulatedKernel kernel = withMapping(100L * PAGE.bytes());
        for (int page = 0; page < 100; page++) {
            perform(kernel, storeTo(PARENT, page));
        }
        for (int number = 1; number <= children; number++) {
            ProcessId child = new ProcessId(number);
            perform(kernel, new Fork(PARENT, child));
            perform(kernel, storeTo(child, number % 100));
        }
        return kernel;
    }

    private static SimulatedKernel withMapping(long length) {
        SimulatedKernel kernel = SimulatedKernel.linux(PAGE);
        perform(kernel, new Spawn(PARENT));
        perform(kernel, new Mmap(PARENT, START, length, Protection.READ_WRITE, Sharing.PRIVATE, Set.of(), null, 0));
        return kernel;
    }

    private static Store storeTo(ProcessId process, long page) {
        return new Store(process, START + PAGE.address(page), HELLO, OnSignal.HANDLE);
    }

    private static void perform(SimulatedKernel kernel, Operation operation) {
        Outcome outcome = kernel.perform(operation).outcome();
        if (!outcome.succeeded()) {
            throw new IllegalStateException(operation + ": " + outcome);
        }
    }

    /** Makes so many, holds them all, and prints the share of each; returns the bytes in use. */
    private static long measure(String what, int count, Supplier<SimulatedKernel> maker) {
        maker.get();
        SimulatedKernel[] held = new SimulatedKernel[count];
        long usedBefore = used();
        long allocatedBefore = allocated();
        for (int i = 0; i < count; i++) {
            held[i] = maker.get();
        }
        long allocated = (allocated() - allocatedBefore) / count;
        long used = (used() - usedBefore) / count;
        System.out.printf("%-64s %,12d %,14d%n", what, used, allocated);
        held[0].machine().checkInvariants();
        return used;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
