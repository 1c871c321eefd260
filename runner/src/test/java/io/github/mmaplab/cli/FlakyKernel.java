package io.github.mmaplab.cli;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.cli.host.RealKernel;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Rules;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands for a kernel of the machine that is wrong once.
 *
 * @param boots counts how often it was booted
 * @param bad at which of these it does not obey {@code rule}
 */
record FlakyKernel(AtomicInteger boots, int bad, Rule rule) implements RealKernel {

    @Override
    public PageSize pageSize() {
        return PageSize.FOUR_K;
    }

    @Override
    public Kernel boot() {
        Rules rules = boots.incrementAndGet() == bad ? Rules.LINUX.without(rule) : Rules.LINUX;
        return new SimulatedKernel(Machine.boot(PageSize.FOUR_K, rules));
    }

    @Override
    public void close() {
        // nothing is held
    }
}
