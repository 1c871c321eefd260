package io.github.mmaplab.cli.play;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.RealKernel;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.kernel.machine.Trait;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kernel of this machine, a separate one for each thread. */
public final class RealKernels implements Kernels {

    private final Host host;
    private final PageSize pageSize;
    private final Set<Trait> lacking;
    private final Map<Thread, RealKernel> own = new HashMap<>();
    /** Started before the first thread needed it. */
    private @Nullable RealKernel idle;

    private boolean closed;

    private RealKernels(Host host, RealKernel first) {
        this.host = host;
        this.pageSize = first.pageSize();
        this.lacking = first.lacking();
        this.idle = first;
    }

    /**
     * Starts the kernel of one thread, so that it is known at once whether that is possible.
     *
     * @throws UsageException if it is not
     */
    public static RealKernels start(Host host) throws UsageException {
        return new RealKernels(host, host.linux().start());
    }

    @Override
    public @Nullable String refusal(PageSize wanted) {
        return wanted.equals(pageSize)
                ? null
                : "the scenario needs pages of " + wanted.bytes() + " bytes; the pages of this machine have "
                        + pageSize.bytes();
    }

    @Override
    public Set<Trait> lacking() {
        return lacking;
    }

    @Override
    public Kernel boot(PageSize wanted) {
        return ofThisThread().boot();
    }

    private synchronized RealKernel ofThisThread() {
        RealKernel known = own.get(Thread.currentThread());
        if (known != null) {
            return known;
        }
        RealKernel kernel = idle == null ? another() : idle;
        idle = null;
        own.put(Thread.currentThread(), kernel);
        return kernel;
    }

    private RealKernel another() {
        if (closed) {
            throw new KernelLostException("the run is over");
        }
        try {
            return host.linux().start();
        } catch (UsageException e) {
            throw new KernelLostException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (idle != null) {
            idle.close();
        }
        for (RealKernel kernel : own.values()) {
            kernel.close();
        }
    }
}
