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
        RealKernel first = host.linux().start();
        AtomicReference<RealKernel> ready = new AtomicReference<>(first);
        Campaign campaign = new Campaign(
                plan.withPageSize(first.pageSize().bytes()),
                KernelSource.simulated(Rules.LINUX.lacking(first.lacking())),
                () -> new Source(ready.getAndSet(null), host));
        try {
            Campaign.Summary summary = campaign.run(
                    () -> host.clock().nanos() - begun >= nanos,
                    played -> progress.show(
                            "played " + CampaignText.rate(played, host.clock().nanos() - begun)),
                    found -> write(found.fileName(), found.scenario(), path -> CampaignText.of(found, path)));
            progress.clear();
            if (unwritten != null) {
                throw new UsageException("the difference can't be written: " + unwritten);
            }
            if (!quiet || !summary.discoveries().isEmpty()) {
                host.out().print(CampaignText.of(summary, host.clock().nanos() - begun));
            }
            return summary.discoveries().isEmpty() ? ExitCode.PASSED : ExitCode.FAILED;
        } catch (CampaignException e) {
            return lost(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            RealKernel idle = ready.getAndSet(null);
            if (idle != null) {
                idle.close();
            }
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
        RealKernel kernel = host.linux().start();
        try (Source source = new Source(kernel, host)) {
            ParallelCampaign campaign = new ParallelCampaign(
                    plan.withPageSize(kernel.pageSize().bytes()), runs, Rules.LINUX.lacking(kernel.lacking()), source);
            ParallelCampaign.Summary summary = campaign.run(
                    () -> host.clock().nanos() - begun >= nanos,
                    played -> progress.show(
                            "played " + CampaignText.rate(played, host.clock().nanos() - begun)),
                    found -> write(found.fileName(), found.text(), path -> CampaignText.of(found, path)));
            progress.clear();
            if (unwritten != null) {
                throw new UsageException("what was found can't be written: " + unwritten);
            }
            if (!quiet || summary.found() > 0) {
                host.out().print(CampaignText.of(summary, host.clock().nanos() - begun));
            }
            return summary.found() > 0 ? ExitCode.FAILED : ExitCode.PASSED;
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
        RealKernel first = host.linux().start();
        AtomicReference<RealKernel> ready = new AtomicReference<>(first);
        OrderCampaign campaign = new OrderCampaign(
                plan.withPageSize(first.pageSize().bytes()),
                KernelSource.simulated(Rules.LINUX.lacking(first.lacking())),
                () -> new Source(ready.getAndSet(null), host));
        try {
            OrderCampaign.Summary summary = campaign.run(
                    () -> host.clock().nanos() - begun >= nanos,
                    played -> progress.show(
                            "played " + CampaignText.rate(played, host.clock().nanos() - begun)),
                    found -> write(found.fileName(), found.text(), path -> CampaignText.of(found, path)));
            progress.clear();
            if (unwritten != null) {
                throw new UsageException("the difference can't be written: " + unwritten);
            }
            if (!quiet || summary.found() > 0) {
                host.out().print(CampaignText.of(summary, host.clock().nanos() - begun));
            }
            return summary.found() > 0 ? ExitCode.FAILED : ExitCode.PASSED;
        } catch (CampaignException e) {
            return lost(e);
        } finally {
            RealKernel idle = ready.getAndSet(null);
            if (idle != null) {
                idle.close();
            }
        }
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
