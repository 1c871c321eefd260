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

/** A source of kernels to play scenarios on. */
public interface Kernels extends AutoCloseable {

    /** Why there is no kernel with pages of this size; null if there is one. */
    @Nullable
    String refusal(PageSize pageSize);

    /** The traits that the machine lacks. */
    default Set<Trait> lacking() {
        return Set.of();
    }

    /**
     * A kernel that has just started. The one that this thread had before can no longer be used.
     *
     * @throws io.github.mmaplab.kernel.KernelLostException if it can't be started
     */
    Kernel boot(PageSize pageSize);

    @Override
    void close();

    /** Adds the option {@code --on}. */
    static Syntax addTo(Syntax syntax) {
        return syntax.value("on", "KERNEL", "the kernel: simulated (the default), or linux, this machine's own");
    }

    /**
     * The kernels that {@code --on} selects.
     *
     * @throws UsageException if the value is unknown, or that kernel is not available
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
