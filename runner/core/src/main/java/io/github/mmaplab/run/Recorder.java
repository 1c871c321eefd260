package io.github.mmaplab.run;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.Completion;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.run.result.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Performs operations on a kernel and records their results, step by step; if asked to, also the machines. */
final class Recorder {

    private final Kernel kernel;
    private final @Nullable SimulatedKernel simulated;
    private final List<Trace.Performed> performed = new ArrayList<>();
    private final List<Machine> machines = new ArrayList<>();
    private int step;

    private Recorder(Kernel kernel, @Nullable SimulatedKernel simulated) {
        this.kernel = kernel;
        this.simulated = simulated;
    }

    Recorder(Kernel kernel) {
        this(kernel, null);
    }

    /** A recorder that keeps the machine after each operation, too. */
    static Recorder keepingMachines(SimulatedKernel kernel) {
        return new Recorder(kernel, kernel);
    }

    /** What follows belongs to step {@code number}. */
    void begin(int number) {
        step = number;
    }

    /** The step that is under way. */
    int step() {
        return step;
    }

    Outcome perform(Operation operation) {
        Completion completion = kernel.perform(operation);
        performed.add(new Trace.Performed(step, operation, completion.outcome(), completion.events()));
        if (simulated != null) {
            machines.add(simulated.machine());
        }
        return completion.outcome();
    }

    Kernel kernel() {
        return kernel;
    }

    PageSize pageSize() {
        return kernel.pageSize();
    }

    /** What has been performed so far, in order. */
    List<Trace.Performed> performed() {
        return Collections.unmodifiableList(performed);
    }

    /** The machine after each operation, in order; none if they are not kept. */
    List<Machine> machines() {
        return Collections.unmodifiableList(machines);
    }
}
