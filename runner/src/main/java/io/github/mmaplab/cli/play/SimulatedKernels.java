package io.github.mmaplab.cli.play;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.SimulatedKernel;
import org.jspecify.annotations.Nullable;

/** Simulated kernels: any number, with pages of any size. */
enum SimulatedKernels implements Kernels {
    /** The only one. */
    INSTANCE;

    @Override
    public @Nullable String refusal(PageSize pageSize) {
        return null;
    }

    @Override
    public Kernel boot(PageSize pageSize) {
        return SimulatedKernel.linux(pageSize);
    }

    @Override
    public void close() {
        // nothing to release
    }
}
