package io.github.mmaplab.cli.play;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.compare.Compared;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Severity;
import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.parallel.InOrder;
import io.github.mmaplab.report.ComparisonReport;
import io.github.mmaplab.report.ComparisonSummary;
import io.github.mmaplab.report.Judged;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plays scenarios on the simulated kernel and that of the machine at once, and reports the results. */
public final class ComparisonRun implements InOrder.Work<Scenario, Judged>, InOrder.Sink<Judged> {
    private final Host host;
    private final Kernels kernels;
    private final ComparisonReport report;
    private final Progress progress;
    private final WorstResults<Fate> scenarios = new WorstResults<>(Fate.class);
    private final Set<String> invalid = new HashSet<>();
    private int runs;
    private ExitCode code = ExitCode.PASSED;

    /** The result of a scenario, the worst last. */
    private enum Fate {
        SAME(ExitCode.PASSED),
        UNCHECKED(ExitCode.PASSED),
        DIFFERENT(ExitCode.FAILED),
        UNPLAYABLE(ExitCode.INVALID),
        CRASHED(ExitCode.BUG);

        private final ExitCode code;

        Fate(ExitCode code) {
            this.code = code;
        }

        static Fate of(Judged judged) {
            if (judged instanceof Judged.Finished finished) {
                if (finished.different()) {
                    return DIFFERENT;
                }
                return finished.complete() ? SAME : UNPLAYABLE;
            }
            return judged instanceof Judged.Unchecked ? UNCHECKED : CRASHED;
        }
    }

    public ComparisonRun(Host host, Kernels kernels, ComparisonReport report, Progress progress) {
        this.host = host;
        this.kernels = kernels;
        this.report = report;
        this.progress = progress;
    }

    /**
     * Compares the kernels on what was read.
     *
     * @param jobs how many at once
     * @param begun when the command began, by the host's clock
     */
    public ExitCode compare(ReadResult read, int jobs, long begun) {
        try {
            report.diagnostics(read.diagnostics());
            note(read.diagnostics());
            InOrder.each("comparing", read.scenarios(), jobs, this, this, progress);
            report.end(summary(begun));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean nothing = runs == 0 && scenarios.count(Fate.UNCHECKED) > 0;
        return nothing ? code.and(ExitCode.NOTHING_SELECTED) : code;
    }

    private void note(List<Diagnostic> problems) {
        for (Diagnostic problem : problems) {
            if (problem.severity() == Severity.ERROR) {
                invalid.add(problem.span().source().name());
                code = code.and(ExitCode.INVALID);
            }
        }
    }

    private ComparisonSummary summary(long begun) {
        scenarios.close();
        return new ComparisonSummary(
                scenarios.count(Fate.SAME),
                scenarios.count(Fate.DIFFERENT),
                scenarios.count(Fate.UNPLAYABLE),
                scenarios.count(Fate.CRASHED),
                scenarios.count(Fate.UNCHECKED),
                runs,
                invalid.size(),
                host.clock().nanos() - begun);
    }

    @Override
    @SuppressWarnings("CatchingUnchecked") // whatever goes wrong with one scenario, the others are still played
    public Judged of(Scenario scenario) {
        PageSize pageSize = new PageSize(scenario.pageSize());
        String refusal = kernels.refusal(pageSize);
        if (refusal != null) {
            return new Judged.Unchecked(scenario, refusal);
        }
        try {
            return new Judged.Finished(compare(scenario));
        } catch (RuntimeException | Error e) {
            return new Judged.Crashed(scenario, e);
        }
    }

    private Compared compare(Scenario scenario) {
        try {
            return Compared.inEachOrder(scenario, kernels::boot, kernels.lacking());
        } catch (KernelLostException e) {
            ScenarioResult result = ScenarioResult.notPlayable(
                    scenario, "the kernel is not available: " + e.getMessage(), "play it again");
            return new Compared(result, Optional.empty(), List.of());
        }
    }

    @Override
    public void take(Judged judged) {
        Fate fate = Fate.of(judged);
        code = code.and(fate.code);
        scenarios.add(judged.scenario(), fate);
        runs += fate == Fate.UNCHECKED ? 0 : 1;
        progress.clear();
        try {
            report.judged(judged);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
