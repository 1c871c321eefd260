package io.github.mmaplab.cli.play;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.cli.host.Exhausted;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.report.Played;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.TraitDependence;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Scenario;

/** Plays scenarios, each on its own kernel. Whatever happens in one, the next can be played. */
public final class Player {
    private final Host host;
    private final Kernels kernels;
    private final int mostStates;

    /** A player on these kernels. */
    public Player(Host host, Kernels kernels) {
        this(host, kernels, Exploration.MOST_STATES);
    }

    /**
     * The same.
     *
     * @param mostStates after more states than that the search of orders ends undecided
     */
    public Player(Host host, Kernels kernels, int mostStates) {
        this.host = host;
        this.kernels = kernels;
        this.mostStates = mostStates;
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
            ScenarioResult result = TraitDependence.excuse(play(scenario, pageSize), kernels.lacking());
            if (result.problems().isEmpty() && !result.passed()) {
                return new Played.Unchecked(scenario, result.notChecked().get(0).why());
            }
            return new Played.Finished(result, host.clock().nanos() - begun);
        } catch (RuntimeException | Error e) {
            return Exhausted.in(e)
                    .<Played>map(limit -> new Played.Finished(
                            ScenarioResult.notPlayable(scenario, limit.what(), limit.hint()),
                            host.clock().nanos() - begun))
                    .orElseGet(() -> new Played.Crashed(scenario, e));
        }
    }

    private ScenarioResult play(Scenario scenario, PageSize pageSize) {
        if (scenario.isConcurrent()) {
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
