package io.github.mmaplab.report;

import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.failure.ProblemText;
import io.github.mmaplab.failure.Sentences;
import io.github.mmaplab.failure.Sides;
import io.github.mmaplab.failure.Titles;
import io.github.mmaplab.run.result.NotChecked;
import io.github.mmaplab.run.result.ParallelRuns;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.text.Medium;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The result of a run, for the reports that other programs read.
 *
 * @param nanos the duration in nanoseconds; 0 if it was not played
 * @param findings the first problem first; empty if it simply passed
 * @param parallel what was seen, if its branches ran at once
 */
public record ReportedRun(
        Scenario scenario, Fate fate, long nanos, List<Finding> findings, Optional<ParallelRuns> parallel) {
    /** The reason why a run was not played. */
    public static final String NOT_RUN = "not run, because another scenario failed";

    private static final ProblemText TEXT = new ProblemText(Palette.PLAIN);

    /** Copies the list. */
    public ReportedRun {
        findings = List.copyOf(findings);
    }

    private ReportedRun(Scenario scenario, Fate fate, long nanos, List<Finding> findings) {
        this(scenario, fate, nanos, findings, Optional.empty());
    }

    /** The result of a scenario. */
    public static ReportedRun of(Played played) {
        Scenario scenario = played.scenario();
        Fate fate = Fate.of(played);
        if (played instanceof Played.Finished finished) {
            return new ReportedRun(scenario, fate, finished.nanos(), findings(finished.result()));
        }
        if (played instanceof Played.Parallel parallel) {
            return new ReportedRun(
                    scenario, fate, parallel.nanos(), findings(parallel.runs()), Optional.of(parallel.runs()));
        }
        if (played instanceof Played.Crashed crashed) {
            return new ReportedRun(scenario, fate, 0, List.of(bug(scenario, crashed.cause())));
        }
        if (played instanceof Played.Unchecked unchecked) {
            return new ReportedRun(
                    scenario, fate, 0, List.of(of(new NotChecked(scenario.titleSpan(), unchecked.why()))));
        }
        return new ReportedRun(scenario, fate, 0, List.of());
    }

    private static List<Finding> findings(ParallelRuns runs) {
        return runs.unpredicted()
                ? List.of(new Finding(
                        Finding.Kind.PROBLEM,
                        ParallelTable.sentence(runs),
                        runs.scenario().titleSpan(),
                        Optional.empty(),
                        "error: " + ParallelTable.sentence(runs) + "\n" + ParallelTable.of(runs)))
                : List.of();
    }

    private static List<Finding> findings(ScenarioResult result) {
        List<Finding> findings = new ArrayList<>();
        for (Problem problem : result.problems()) {
            findings.add(new Finding(
                    Finding.Kind.PROBLEM,
                    Medium.oneLine(Sentences.of(problem, result.scenario())),
                    problem.span(),
                    Sides.of(problem),
                    TEXT.draw(problem, result.scenario())));
        }
        for (NotChecked notChecked : result.notChecked()) {
            findings.add(of(notChecked));
        }
        return findings;
    }

    private static Finding of(NotChecked notChecked) {
        return new Finding(
                Finding.Kind.NOT_CHECKED,
                Medium.oneLine(notChecked.why()),
                notChecked.span(),
                Optional.empty(),
                TEXT.draw(notChecked));
    }

    private static Finding bug(Scenario scenario, Throwable cause) {
        StringBuilder trace = new StringBuilder(cause.toString()).append('\n');
        for (StackTraceElement frame : cause.getStackTrace()) {
            trace.append("    at ").append(frame).append('\n');
        }
        return new Finding(
                Finding.Kind.BUG,
                Medium.oneLine("a bug in mmaplab: " + cause),
                scenario.titleSpan(),
                Optional.empty(),
                trace.toString());
    }

    /** The title, with the row of {@code cases}. */
    public String title() {
        return Titles.of(scenario);
    }

    /** Its file, as the user wrote it. */
    public String file() {
        return scenario.span().source().name();
    }

    /** The line of the scenario, or of its row of {@code cases}. */
    public int line() {
        return Titles.line(scenario);
    }

    /** The message of the first finding; empty without findings. */
    public String message() {
        return fate == Fate.NOT_RUN
                ? NOT_RUN
                : findings.isEmpty() ? "" : findings.get(0).message();
    }

    /** All findings drawn, one below the other. */
    public String drawn() {
        StringBuilder all = new StringBuilder();
        for (Finding finding : findings) {
            all.append(finding.drawn()).append('\n');
        }
        return all.toString();
    }
}
