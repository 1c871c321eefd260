package io.github.mmaplab.cli.play;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.RealKernel;
import io.github.mmaplab.file.Reasons;
import io.github.mmaplab.file.WholeFile;
import io.github.mmaplab.fuzz.Campaign;
import io.github.mmaplab.fuzz.CampaignException;
import io.github.mmaplab.fuzz.OrderCampaign;
import io.github.mmaplab.fuzz.ParallelCampaign;
import io.github.mmaplab.fuzz.Plan;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.report.CampaignText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Runs a campaign on the kernel of this machine, reports progress, and writes the differences. */
public final class CampaignRun {

    private final Host host;
    private final String folder;
    private final boolean quiet;
    private final Progress progress;
    private volatile @Nullable String unwritten;

    /**
     * @param folder the folder for differences, as the user wrote it
     *
     * @param quiet whether to print nothing if there are none
     */
    public CampaignRun(Host host, String folder, boolean quiet) {
        this.host = host;
        this.folder = folder;
        this.quiet = quiet;
        this.progress = new Progress(host, !quiet);
    }

    /**
     * Runs the campaign.
     *
     * @param plan the page size in it is replaced by that of the machine
     * @param nanos the time after which no more scenarios are started
     * @throws UsageException if this machine, or the folder, can't be used
     */
    public ExitCode run(Plan plan, long nanos) throws UsageException {
        makeFolder();
        long begun = host.clock().nanos();
        try (Kernels kernels = new Kernels(host)) {
            Campaign campaign = new Campaign(kernels.of(plan), kernels.simulated(), kernels::next);
            Campaign.Summary summary = campaign.run(
                    until(begun, nanos),
                    progress(begun),
                    found -> write(found.fileName(), found.scenario(), path -> CampaignText.of(found, path)));
            return ended(
                    "the difference",
                    !summary.discoveries().isEmpty(),
                    CampaignText.of(summary, host.clock().nanos() - begun));
        } catch (CampaignException e) {
            return lost(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /**
     * Runs a campaign of concurrent scenarios, whose branches run at once.
     *
     * @param plan the page size in it is replaced by that of the machine
     * @param runs how often each scenario runs
     * @param nanos the time after which no more scenarios are started
     * @throws UsageException if this machine, or the folder, can't be used
     */
    public ExitCode runAtOnce(Plan plan, int runs, long nanos) throws UsageException {
        makeFolder();
        long begun = host.clock().nanos();
        try (Kernels kernels = new Kernels(host);
                Source source = kernels.next()) {
            ParallelCampaign campaign = new ParallelCampaign(kernels.of(plan), runs, kernels.rules(), source);
            ParallelCampaign.Summary summary = campaign.run(
                    until(begun, nanos),
                    progress(begun),
                    found -> write(found.fileName(), found.text(), path -> CampaignText.of(found, path)));
            return ended(
                    "what was found",
                    summary.found() > 0,
                    CampaignText.of(summary, host.clock().nanos() - begun));
        } catch (CampaignException e) {
            return lost(e);
        }
    }

    /**
     * Runs a campaign of concurrent scenarios, each played step by step in one order for each outcome.
     *
     * @param plan the page size in it is replaced by that of the machine
     * @param nanos the time after which no more scenarios are started
     * @throws UsageException if this machine, or the folder, can't be used
     */
    public ExitCode runInOrders(Plan plan, long nanos) throws UsageException {
        makeFolder();
        long begun = host.clock().nanos();
        try (Kernels kernels = new Kernels(host)) {
            OrderCampaign campaign = new OrderCampaign(kernels.of(plan), kernels.simulated(), kernels::next);
            OrderCampaign.Summary summary = campaign.run(
                    until(begun, nanos),
                    progress(begun),
                    found -> write(found.fileName(), found.text(), path -> CampaignText.of(found, path)));
            return ended(
                    "the difference",
                    summary.found() > 0,
                    CampaignText.of(summary, host.clock().nanos() - begun));
        } catch (CampaignException e) {
            return lost(e);
        }
    }

    private BooleanSupplier until(long begun, long nanos) {
        return () -> host.clock().nanos() - begun >= nanos;
    }

    private LongConsumer progress(long begun) {
        return played ->
                progress.show("played " + CampaignText.rate(played, host.clock().nanos() - begun));
    }

    /** Reports the end of a campaign. */
    private ExitCode ended(String what, boolean found, String summary) throws UsageException {
        progress.clear();
        if (unwritten != null) {
            throw new UsageException(what + " can't be written: " + unwritten);
        }
        if (!quiet || found) {
            host.out().print(summary);
        }
        return found ? ExitCode.FAILED : ExitCode.PASSED;
    }

    private ExitCode lost(CampaignException e) {
        progress.clear();
        host.err().print("error: the kernel was lost repeatedly: " + e.getMessage() + "\n");
        return ExitCode.INVALID;
    }

    private void makeFolder() throws UsageException {
        try {
            Path path = host.resolve(folder);
            Files.createDirectories(path);
            if (!Files.isWritable(path)) {
                throw new UsageException("`--out " + folder + "` can't be written to");
            }
        } catch (IOException e) {
            throw new UsageException("`--out " + folder + "` can't be made: " + Reasons.of(e));
        }
    }

    private void write(String name, String scenario, UnaryOperator<String> report) {
        try {
            WholeFile.write(host.resolve(folder).resolve(name), scenario);
        } catch (IOException e) {
            unwritten = name + ": " + Reasons.of(e);
            return;
        }
        progress.clear();
        host.out().print(report.apply(folder.equals(".") ? name : folder + "/" + name));
        host.out().flush();
    }

    /** Kernels of this machine for workers. The first is started at once, and says what the machine is. */
    private static final class Kernels implements AutoCloseable {
        private final Host host;
        private final RealKernel first;
        private final AtomicReference<@Nullable RealKernel> ready;

        Kernels(Host host) throws UsageException {
            this.host = host;
            this.first = host.linux().start();
            this.ready = new AtomicReference<>(first);
        }

        /** The plan, with the page size of the machine. */
        Plan of(Plan plan) {
            return plan.withPageSize(first.pageSize().bytes());
        }

        /** Linux, as it is on the machine. */
        Rules rules() {
            return Rules.LINUX.lacking(first.lacking());
        }

        KernelSource simulated() {
            return KernelSource.simulated(rules());
        }

        Source next() {
            return new Source(ready.getAndSet(null), host);
        }

        /** Closes the first kernel, if no worker has taken it. */
        @Override
        public void close() {
            RealKernel idle = ready.getAndSet(null);
            if (idle != null) {
                idle.close();
            }
        }
    }

    /** The kernel of this machine, for one worker. */
    private static final class Source implements KernelSource {
        private final RealKernel kernel;

        /** Takes {@code ready}, or starts another. */
        Source(@Nullable RealKernel ready, Host host) {
            this.kernel = ready == null ? start(host) : ready;
        }

        private static RealKernel start(Host host) {
            try {
                return host.linux().start();
            } catch (UsageException e) {
                throw new KernelLostException(String.valueOf(e.getMessage()));
            }
        }

        @Override
        public Kernel boot(PageSize pageSize) {
            return kernel.boot();
        }

        @Override
        public void close() {
            kernel.close();
        }
    }
}
