package io.github.mmaplab.cli.play;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.machine.Trait;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the kernels come from that scenarios are played on. */
public interface Kernels extends AutoCloseable {

    /** Why there is none with pages of that size; null if there is. */
    @Nullable
    String refusal(PageSize pageSize);

    /** Which traits the machine lacks that they run on. */
    default Set<Trait> lacking() {
        return Set.of();
    }

    /**
     * A kernel that has just started. The one that this thread had before is of no use any more.
     *
     * @throws io.github.mmaplab.kernel.KernelLostException if it can't be had
     */
    Kernel boot(PageSize pageSize);

    @Override
    void close();

    /** Adds the option that says which. */
    static Syntax addTo(Syntax syntax) {
        return syntax.value("on", "KERNEL", "the kernel: simulated (the default), or linux, this machine's own");
    }

    /**
     * What {@code --on} says.
     *
     * @throws UsageException if it says neither, or if that kernel is not to be had
     */
    static Kernels of(Arguments arguments, Host host) throws UsageException {
        String written = arguments.only("on", "`mmaplab compare` plays on both");
        if (written == null || written.equals("simulated")) {
            return SimulatedKernels.INSTANCE;
        }
        if (!written.equals("linux")) {
            throw new UsageException(
                    "`--on` must be simulated or linux, not `" + written + "`",
                    "leave it out for the default, simulated");
        }
        return RealKernels.start(host);
    }
}
