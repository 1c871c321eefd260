package io.github.mmaplab;

import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.RealKernel;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.abi.PageSize;
import io.github.mmaplab.kernel.machine.Trait;
import io.github.mmaplab.linux.LinuxHost;
import io.github.mmaplab.linux.LinuxUnavailableException;
import java.util.Set;

/** The kernel of this machine, as if the machine lacked some traits. */
public record LinuxWithout(LinuxHost host) implements RealKernel {

    /** Starts them. */
    public static RealKernel.Source of(Set<Trait> traits) {
        return () -> {
            try {
                return new LinuxWithout(LinuxHost.startWithout(traits));
            } catch (LinuxUnavailableException e) {
                throw new UsageException(String.valueOf(e.getMessage()));
            }
        };
    }

    @Override
    public PageSize pageSize() {
        return host.pageSize();
    }

    @Override
    public Set<Trait> lacking() {
        return host.lacking();
    }

    @Override
    public Kernel boot() {
        return host.boot(host.pageSize());
    }

    @Override
    public void close() {
        host.close();
    }
}
