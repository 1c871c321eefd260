package io.github.mmaplab.cli.play;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.cli.host.Exhausted;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.kernel.MachineLimitException;
import io.github.mmaplab.kernel.ParallelKernel;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.report.Played;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.run.ParallelPlan;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.TraitDependence;
import io.github.mmaplab.run.result.ParallelRuns;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Scenario;

/** Plays scenarios, each on its own kernel. Whatever happens in one, the next can be played. */
public final class Player {
    private final Host host;
    private final Kernels kernels;
    private final int mostStates;
    private final int parallelRuns;

    /** A player on these kernels. */
    public Player(Host host, Kernels kernels) {
        this(host, kernels, Exploration.MOST_STATES, 0);
    }

    /**
     * The same.
     *
     * @param mostStates after more states than that the search of orders ends undecided
     * @param parallelRuns how often the branches of a concurrent scenario run at once; 0 to play its orders
     */
    public Player(Host host, Kernels kernels, int mostStates, int parallelRuns) {
        this.host = host;
        this.kernels = kernels;
        this.mostStates = mostStates;
        this.parallelRuns = parallelRuns;
    }

    /** The result of a scenario. */
    @SuppressWarnings("CatchingUnchecked") // whatever goes wrong with one scenario, the others are still played
    public Played play(Scenario scenario) {
        PageSize pageSize = new PageSize(scenario.pageSize());
        String refusal = kernels.refusal(pageSize);
        if (refusal != null) {
            return new Played.Unchecked(scenario, refusal);
        }
        long begun = host.clock().nanos();
        try {
            if (parallelRuns > 0 && scenario.isConcurrent()) {
                return new Played.Parallel(
                        runAtOnce(scenario, pageSize), host.clock().nanos() - begun);
            }
            ScenarioResult result = TraitDependence.excuse(play(scenario, pageSize), kernels.lacking());
            if (result.problems().isEmpty() && !result.passed()) {
                return new Played.Unchecked(scenario, result.notChecked().get(0).why());
            }
            return new Played.Finished(result, host.clock().nanos() - begun);
        } catch (ParallelPlan.NotParallelException e) {
            return new Played.Unchecked(scenario, "not run in parallel: " + e.getMessage());
        } catch (MachineLimitException e) {
            return new Played.Unchecked(scenario, String.valueOf(e.getMessage()));
        } catch (KernelLostException e) {
            return new Played.Finished(
                    ScenarioResult.notPlayable(scenario, "the kernel is lost: " + e.getMessage(), "play it again"),
                    host.clock().nanos() - begun);
        } catch (RuntimeException | Error e) {
            return Exhausted.in(e)
                    .<Played>map(limit -> new Played.Finished(
                            ScenarioResult.notPlayable(scenario, limit.what(), limit.hint()),
                            host.clock().nanos() - begun))
                    .orElseGet(() -> new Played.Crashed(scenario, e));
        }
    }

    private ParallelRuns runAtOnce(Scenario scenario, PageSize pageSize) throws ParallelPlan.NotParallelException {
        return ParallelPlan.of(scenario, Rules.LINUX, mostStates)
                .run(run -> (ParallelKernel) kernels.boot(pageSize), parallelRuns, 1);
    }

    private ScenarioResult play(Scenario scenario, PageSize pageSize) {
        if (scenario.hasSeveralOutcomes()) {
            return Exploration.run(scenario, kernels::boot, mostStates);
        }
        Kernel kernel;
        try {
            kernel = kernels.boot(pageSize);
        } catch (KernelLostException e) {
            return ScenarioResult.notPlayable(
                    scenario, "the kernel is not available: " + e.getMessage(), "play it again");
        }
        return ScenarioRunner.run(scenario, kernel);
    }
}
