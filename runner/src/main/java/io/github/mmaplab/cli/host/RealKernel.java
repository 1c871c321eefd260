package io.github.mmaplab.cli.host;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.kernel.machine.Trait;
import java.util.Set;

/** The kernel of this machine, lent to one scenario after the other. For use by one thread. */
public interface RealKernel extends AutoCloseable {

    /** The size of the machine's pages. */
    PageSize pageSize();

    /** Which traits the machine lacks. */
    default Set<Trait> lacking() {
        return Set.of();
    }

    /**
     * A kernel without processes and files. The one before is of no use any more.
     *
     * @throws KernelLostException if it can't be made
     */
    Kernel boot();

    @Override
    void close();

    /** Starts what plays on the kernel of this machine. */
    interface Source {
        /**
         * Makes ready.
         *
         * @throws UsageException if scenarios can't be played on the kernel of this machine
         */
        RealKernel start() throws UsageException;
    }
}
