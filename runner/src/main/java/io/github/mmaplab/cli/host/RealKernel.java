package io.github.mmaplab.cli.host;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.kernel.machine.Trait;
import java.util.Set;

/** The kernel of this machine, given to one scenario at a time. For use by one thread. */
public interface RealKernel extends AutoCloseable {

    /** The page size of the machine. */
    PageSize pageSize();

    /** Which traits the machine lacks. */
    default Set<Trait> lacking() {
        return Set.of();
    }

    /**
     * A kernel without processes and files. The kernel returned before can no longer be used.
     *
     * @throws KernelLostException if it can't be made
     */
    Kernel boot();

    @Override
    void close();

    /** Starts the kernel of this machine. */
    interface Source {
        /**
         * Starts it.
         *
         * @throws UsageException if scenarios can't be played on the kernel of this machine
         */
        RealKernel start() throws UsageException;
    }
}
