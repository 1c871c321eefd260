package io.github.mmaplab.run;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.Completion;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.run.result.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Performs operations on a kernel and writes down what came of them, step by step. */
final class Recorder {

    private final Kernel kernel;
    private final List<Trace.Performed> performed = new ArrayList<>();
    private int step;

    Recorder(Kernel kernel) {
        this.kernel = kernel;
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
}
