package io.github.mmaplab.cli.play;

import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.select.LastFailed;
import io.github.mmaplab.failure.Titles;
import io.github.mmaplab.parallel.InOrder;
import io.github.mmaplab.report.Played;
import io.github.mmaplab.run.result.Verdict;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.IdentityHashMap;

/** Plays scenarios, each on its own kernel, and reports the results. */
public final class ScenarioRun implements InOrder.Work<Scenario, Played>, InOrder.Sink<Played> {
    private final Host host;
    private final Player player;
    private final ReportFiles reports;
    private final Progress progress;
    private final boolean failFast;
    private final int repeat;
    private final LastFailed lastFailed;
    private final Tally tally = new Tally();
    /** Whether the remaining scenarios are not to be played; read by all workers. */
    private volatile boolean over;

    /** For scenarios that failed when they were repeated: in which repetition. */
    private final IdentityHashMap<Played, Integer> repetitions = new IdentityHashMap<>();

    /**
     * A run.
     *
     * @param player plays each scenario
     * @param failFast whether to stop after the first failure
     * @param repeat how many times each scenario is played, unless it fails before
     * @param lastFailed receives the failures
     */
    public ScenarioRun(
            Host host,
            Player player,
            ReportFiles reports,
            Progress progress,
            boolean failFast,
            int repeat,
            LastFailed lastFailed) {
        this.host = host;
        this.player = player;
        this.reports = reports;
        this.progress = progress;
        this.failFast = failFast;
        this.repeat = repeat;
        this.lastFailed = lastFailed;
    }

    /**
     * Plays what was read.
     *
     * @param selected how many scenarios were selected, of which this is a part
     * @param jobs how many at once
     * @param begun when the command began, by the host's clock
     */
    public ExitCode play(ReadResult read, int selected, int jobs, long begun) {
        tally.add(read.diagnostics());
        reports.begin(selected, read.scenarios().size());
        reports.diagnostics(read.diagnostics());
        InOrder.each("playing", read.scenarios(), jobs, this, this, progress);
        reports.end(tally.summary(host.clock().nanos() - begun));
        lastFailed.save();
        return tally.code();
    }

    /** The first result of a scenario that is not as expected, otherwise the last one. */
    @Override
    public Played of(Scenario scenario) {
        Played played = once(scenario);
        for (int i = 2; i <= repeat && played instanceof Played.Finished && passed(played); i++) {
            played = once(scenario);
            if (!passed(played)) {
                synchronized (repetitions) {
                    repetitions.put(played, i);
                }
            }
        }
        return played;
    }

    private Played once(Scenario scenario) {
        return over ? new Played.NotRun(scenario) : player.play(scenario);
    }

    @Override
    public void take(Played result) {
        // A worker may have been ahead of a failure that precedes its scenario.
        Played played = over ? new Played.NotRun(result.scenario()) : result;
        tally.add(played);
        boolean passed = passed(played);
        if (!passed) {
            progress.clear();
            over |= failFast;
        }
        if (!(played instanceof Played.NotRun || played instanceof Played.Unchecked)) {
            lastFailed.note(played.scenario(), !passed);
        }
        reports.played(played);
        tellRepetition(played);
    }

    private void tellRepetition(Played played) {
        Integer repetition;
        synchronized (repetitions) {
            repetition = repetitions.get(played);
        }
        if (repetition != null) {
            host.out().flush();
            host.err()
                    .println("note: " + Titles.place(played.scenario()) + " passed "
                            + (repetition == 2 ? "once" : (repetition - 1) + " times") + ", then failed");
        }
    }

    private static boolean passed(Played played) {
        return played instanceof Played.Unchecked
                || (played instanceof Played.Parallel parallel
                        && !parallel.runs().unpredicted())
                || (played instanceof Played.Finished finished
                        && finished.result().verdict() == Verdict.PASSED);
    }
}
