package io.github.mmaplab.kernel;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Rules;

/** Where fresh kernels come from, one for each scenario. One source is for one thread. */
@FunctionalInterface
public interface KernelSource extends AutoCloseable {

    /**
     * A kernel that has just started. It may be used until the next one is asked for.
     *
     * @throws KernelLostException if it is not available
     */
    Kernel boot(PageSize pageSize);

    @Override
    default void close() {}

    /** Simulated kernels that obey these rules. */
    static KernelSource simulated(Rules rules) {
        return pageSize -> new SimulatedKernel(Machine.boot(pageSize, rules));
    }
}
