package io.github.mmaplab.cli;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.cli.host.RealKernel;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.kernel.machine.Trait;
import java.util.Set;

/**
 * Stands for the kernel of the machine: with pages of 4096 bytes, and rules of its own.
 *
 * @param rules those that it obeys
 * @param lacking the traits that its machine lacks
 */
record MistakenKernel(Rules rules, Set<Trait> lacking) implements RealKernel {

    MistakenKernel(Rules rules) {
        this(rules, Set.of());
    }

    @Override
    public PageSize pageSize() {
        return PageSize.FOUR_K;
    }

    @Override
    public Kernel boot() {
        return new SimulatedKernel(Machine.boot(PageSize.FOUR_K, rules.lacking(lacking)));
    }

    @Override
    public void close() {
        // nothing is held
    }
}
