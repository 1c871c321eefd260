package io.github.mmaplab.benchmarks;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.fuzz.Campaign;
import io.github.mmaplab.fuzz.Plan;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.linux.LinuxHost;
import io.github.mmaplab.linux.LinuxUnavailableException;
import java.util.function.Supplier;

/** How many random scenarios a second one job plays: simulated against simulated, and against this machine's kernel. */
public final class Fuzzing {

    private static final KernelSource SIMULATED = KernelSource.simulated(Rules.LINUX);
    private static final int WARM_UP = 4_000;
    private static final int SCENARIOS = 10_000;

    private Fuzzing() {}

    /** Prints scenarios a second, in wall time: an agent works in processes of its own. */
    public static void main(String[] args) throws Exception {
        rate(() -> SIMULATED, WARM_UP);
        System.out.printf("%n%-34s %8.0f scenarios/s%n", "simulated and simulated", rate(() -> SIMULATED, SCENARIOS));
        try {
            LinuxHost.start().close();
        } catch (LinuxUnavailableException e) {
            System.out.println(e.getMessage());
            return;
        }
        rate(Fuzzing::linux, WARM_UP);
        System.out.printf("%-34s %8.0f scenarios/s%n", "simulated and real", rate(Fuzzing::linux, SCENARIOS));
    }

    private static double rate(Supplier<KernelSource> other, int count) throws Exception {
        long begun = System.nanoTime();
        Campaign.Summary summary =
                new Campaign(Plan.of(1, count), SIMULATED, other).run(() -> false, played -> {}, found -> {});
        return summary.scenarios() * 1e9 / (System.nanoTime() - begun);
    }

    private static KernelSource linux() {
        LinuxHost host;
        try {
            host = LinuxHost.start();
        } catch (LinuxUnavailableException e) {
            throw new IllegalStateException(e);
        }
        return new KernelSource() {
            @Override
            public Kernel boot(PageSize pageSize) {
                return host.boot(pageSize);
            }

            @Override
            public void close() {
                host.close();
            }
        };
    }
}
