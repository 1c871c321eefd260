package io.github.mmaplab.cli.host;

import io.github.mmaplab.cli.arguments.UsageException;

/** The Linux that this program runs on. */
enum LinuxSource implements RealKernel.Source {
    /** There is one. */
    INSTANCE;

    @Override
    public RealKernel start() throws UsageException {
        throw new UsageException("scenarios can't be played on the kernel of this machine yet");
    }
}
