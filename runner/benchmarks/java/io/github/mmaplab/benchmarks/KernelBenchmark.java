package io.github.mmaplab.benchmarks;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.kernel.call.Exit;
import io.github.mmaplab.kernel.call.Fork;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.call.Mmap;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.Spawn;
import io.github.mmaplab.kernel.call.Store;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.kernel.machine.Transition;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What an operation costs. A machine is a value, so each measurement applies the same operation to the same machine, as
 * often as it likes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@org.openjdk.jmh.annotations.Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class KernelBenchmark {

    private static final PageSize PAGE = PageSize.FOUR_K;
    private static final ProcessId PARENT = new ProcessId(0);
    private static final ProcessId CHILD = new ProcessId(1);
    private static final long START = 1L << 32;
    private static final Data HELLO = Data.of("hello".getBytes(StandardCharsets.UTF_8));

    /** How many pages the parent has stored to. */
    @Param({"10", "10000"})
    private int touched;

    private Machine machine = Machine.boot(PAGE, Rules.LINUX);
    private Machine forked = machine;

    /** A parent with one private anonymous mapping; and the same with a child. */
    @Setup
    public void setScene() {
        machine = apply(machine, new Spawn(PARENT));
        long length = 2L * touched * PAGE.bytes();
        machine = apply(
                machine, new Mmap(PARENT, START, length, Protection.READ_WRITE, Sharing.PRIVATE, Set.of(), null, 0));
        for (int page = 0; page < touched; page++) {
            machine = apply(machine, storeTo(PARENT, page));
        }
        forked = apply(machine, new Fork(PARENT, CHILD));
    }

    @Benchmark
    public Transition load() {
        return new Load(PARENT, START, HELLO.length(), OnSignal.HANDLE).applyTo(machine);
    }

    /** To a page that the process has alone. */
    @Benchmark
    public Transition store() {
        return storeTo(PARENT, touched / 2).applyTo(machine);
    }

    /** A store to a page that nobody has touched. */
    @Benchmark
    public Transition firstTouch() {
        return storeTo(PARENT, touched).applyTo(machine);
    }

    /** A child's first store to a page that it has from its parent. */
    @Benchmark
    public Transition copyOnWrite() {
        return storeTo(CHILD, touched / 2).applyTo(forked);
    }

    @Benchmark
    public Transition fork() {
        return new Fork(PARENT, CHILD).applyTo(machine);
    }

    @Benchmark
    public Transition forkAndStore() {
        return storeTo(CHILD, touched / 2)
                .applyTo(new Fork(PARENT, CHILD).applyTo(machine).machine());
    }

    /** Of a child that shares all its pages with its parent. */
    @Benchmark
    public Transition exitOfChild() {
        return new Exit(CHILD, 0).applyTo(forked);
    }

    /** Of a process that has its pages alone: each of them becomes free. */
    @Benchmark
    public Transition exit() {
        return new Exit(PARENT, 0).applyTo(machine);
    }

    private static Store storeTo(ProcessId process, int page) {
        return new Store(process, START + PAGE.address(page), HELLO, OnSignal.HANDLE);
    }

    private static Machine apply(Machine machine, Operation operation) {
        Transition transition = operation.applyTo(machine);
        if (!transition.outcome().succeeded()) {
            throw new IllegalStateException(operation + ": " + transition.outcome());
        }
        return transition.machine();
    }
}
