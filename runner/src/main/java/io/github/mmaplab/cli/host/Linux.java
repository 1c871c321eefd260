package io.github.mmaplab.cli.host;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.machine.Trait;
import io.github.mmaplab.linux.LinuxHost;
import java.util.Set;

/** The Linux of this machine while the agent runs. */
public record Linux(LinuxHost host) implements RealKernel {
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
