package io.github.mmaplab.cli.host;

import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.abi.PageSize;
import io.github.mmaplab.kernel.machine.Trait;
import io.github.mmaplab.linux.LinuxHost;
import io.github.mmaplab.linux.LinuxUnavailableException;
import java.util.Set;

/** The Linux that this program runs on. */
enum LinuxSource implements RealKernel.Source {
    /** There is one. */
    INSTANCE;

    @Override
    public RealKernel start() throws UsageException {
        try {
            return new Linux(LinuxHost.start());
        } catch (LinuxUnavailableException e) {
            throw new UsageException("scenarios can't be played on this machine's kernel: " + e.getMessage());
        }
    }

    private record Linux(LinuxHost host) implements RealKernel {
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
}
