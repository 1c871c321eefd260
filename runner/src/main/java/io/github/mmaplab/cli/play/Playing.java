package io.github.mmaplab.cli.play;

import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.kernel.abi.PageSize;
import io.github.mmaplab.report.Played;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Verdict;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.model.Scenario;

/** Plays scenarios, each on a kernel of its own, and tells the reports. */
public final class Playing implements InOrder.Work<Scenario, Played>, InOrder.Sink<Played> {
    private final Host host;
    private final Kernels kernels;
    private final ReportFiles reports;
    private final Progress progress;
    private final boolean failFast;
    private final Tally tally = new Tally();
    /** Whether the rest is not to be played; seen by all workers. */
    private volatile boolean over;

    /** A run that has yet to begin. */
    public Playing(Host host, Kernels kernels, ReportFiles reports, Progress progress, boolean failFast) {
        this.host = host;
        this.kernels = kernels;
        this.reports = reports;
        this.progress = progress;
        this.failFast = failFast;
    }

    /**
     * Plays what was read.
     *
     * @param jobs how many at once
     * @param begun when the command began, by the host's clock
     */
    public ExitCode play(ReadResult read, int jobs, long begun) {
        tally.add(read.diagnostics());
        reports.begin(read.scenarios().size());
        reports.diagnostics(read.diagnostics());
        progress.begin("playing", read.scenarios().size());
        InOrder.each(read.scenarios(), jobs, this, this);
        progress.clear();
        reports.end(tally.summary(host.clock().nanos() - begun));
        return tally.code();
    }

    @Override
    @SuppressWarnings("CatchingUnchecked") // whatever goes wrong with one scenario, the others still run
    public Played of(Scenario scenario) {
        if (over) {
            return new Played.NotRun(scenario);
        }
        PageSize pageSize = new PageSize(scenario.pageSize());
        String refusal = kernels.refusal(pageSize);
        if (refusal != null) {
            return new Played.Unchecked(scenario, refusal);
        }
        long begun = host.clock().nanos();
        try {
            ScenarioResult result = play(scenario, pageSize);
            if (result.problems().isEmpty() && !result.passed()) {
                return new Played.Unchecked(scenario, result.notChecked().get(0).why());
            }
            return new Played.Finished(result, host.clock().nanos() - begun);
        } catch (RuntimeException | Error e) {
            return new Played.Crashed(scenario, e);
        }
    }

    private ScenarioResult play(Scenario scenario, PageSize pageSize) {
        Kernel kernel;
        try {
            kernel = kernels.boot(pageSize);
        } catch (KernelLostException e) {
            return ScenarioResult.notPlayable(scenario, "there is no kernel: " + e.getMessage(), "play it again");
        }
        return ScenarioRunner.run(scenario, kernel);
    }

    @Override
    public boolean take(Played result) {
        // A worker may have been ahead of a failure that comes before its scenario in the order.
        Played played = over ? new Played.NotRun(result.scenario()) : result;
        tally.add(played);
        if (!passed(played)) {
            progress.clear();
            over |= failFast;
        }
        reports.played(played);
        progress.step();
        return true;
    }

    private static boolean passed(Played played) {
        return played instanceof Played.Unchecked
                || (played instanceof Played.Finished finished
                        && finished.result().verdict() == Verdict.PASSED);
    }

    @Override
    public void waiting() {
        progress.show();
    }
}
