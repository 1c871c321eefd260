package io.github.mmaplab.kernel;

import io.github.mmaplab.abi.Outcome;
import java.util.List;

/** A kernel on which several processes and threads run at once. */
public interface ParallelKernel extends Kernel {

    /**
     * Runs branches at once, from a common start.
     *
     * @return for each branch and each of its steps, the outcomes of the operations that were performed
     * @throws RaceRefusedException if some operation is not for this kernel
     * @throws KernelLostException if the kernel is gone, or a process has ended that should not
     */
    List<List<List<Outcome>>> race(Race race);
}
