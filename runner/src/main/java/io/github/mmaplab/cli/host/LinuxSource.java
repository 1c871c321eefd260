package io.github.mmaplab.cli.host;

import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.linux.LinuxHost;
import io.github.mmaplab.linux.LinuxUnavailableException;

/** The Linux that this program runs on. */
enum LinuxSource implements RealKernel.Source {
    /** The only one. */
    INSTANCE;

    @Override
    public RealKernel start() throws UsageException {
        try {
            return new Linux(LinuxHost.start());
        } catch (LinuxUnavailableException e) {
            throw new UsageException("scenarios can't be played on this machine's kernel: " + e.getMessage());
        }
    }
}
