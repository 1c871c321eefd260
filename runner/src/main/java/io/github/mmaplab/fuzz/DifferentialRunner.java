package io.github.mmaplab.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.compare.DifferentialKernel;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Plays generated scenarios on two kernels at once. Each is written and read as a scenario file first. */
final class DifferentialRunner implements AutoCloseable {

    private final KernelSource simulated;
    private final Supplier<KernelSource> reals;
    private @Nullable KernelSource real;

    DifferentialRunner(KernelSource simulated, Supplier<KernelSource> reals) {
        this.simulated = simulated;
        this.reals = reals;
    }

    /** Plays it on both kernels. */
    DifferentialResult play(GeneratedScenario scenario) {
        ReadResult read = read(scenario);
        if (read.scenarios().isEmpty()) {
            return new DifferentialResult.Unplayable(read.diagnostics().get(0).message());
        }
        return play(read.scenarios().get(0));
    }

    /** Plays a scenario in which nothing is concurrent, or one order of another, on both kernels. */
    DifferentialResult play(Scenario scenario) {
        try {
            return compared(scenario);
        } catch (KernelLostException lost) {
            close();
            return new DifferentialResult.Lost(String.valueOf(lost.getMessage()));
        }
    }

    private DifferentialResult compared(Scenario scenario) {
        PageSize pageSize = new PageSize(scenario.pageSize());
        DifferentialKernel pair = new DifferentialKernel(simulated.boot(pageSize), real().boot(pageSize));
        ScenarioResult result = ScenarioRunner.explore(scenario, pair);
        if (pair.difference().isPresent()) {
            return new DifferentialResult.Different(result, pair.difference().get());
        }
        for (Problem problem : result.problems()) {
            if (problem instanceof Problem.KernelLost lost) {
                close();
                return new DifferentialResult.Lost(lost.message());
            }
            if (problem instanceof Problem.NotPlayable missing) {
                return isRefused(result)
                        ? new DifferentialResult.Refused(result)
                        : new DifferentialResult.Unplayable(missing.message());
            }
            if (problem instanceof Problem.Ended ended) {
                return new DifferentialResult.Unplayable(ended.process() + " was " + ended.how());
            }
        }
        return new DifferentialResult.Same(result, pair.notCompared());
    }

    private static boolean isRefused(ScenarioResult result) {
        List<Trace.Performed> performed = result.trace().performed();
        return !performed.isEmpty() && performed.get(performed.size() - 1).outcome() instanceof Outcome.Refused;
    }

    /** Plays it on the simulated kernel alone; empty if it cannot be read. */
    Optional<ScenarioResult> onSimulated(GeneratedScenario scenario) {
        return on(simulated.boot(new PageSize(scenario.pageSize())), scenario);
    }

    /** Plays it on the real kernel alone; empty if it cannot be read. */
    Optional<ScenarioResult> onReal(GeneratedScenario scenario) {
        return on(real().boot(new PageSize(scenario.pageSize())), scenario);
    }

    private static Optional<ScenarioResult> on(Kernel kernel, GeneratedScenario scenario) {
        ReadResult read = read(scenario);
        return read.scenarios().isEmpty()
                ? Optional.empty()
                : Optional.of(ScenarioRunner.explore(read.scenarios().get(0), kernel));
    }

    private static ReadResult read(GeneratedScenario scenario) {
        return ScenarioReader.read("generated", scenario.text().getBytes(UTF_8));
    }

    private KernelSource real() {
        if (real == null) {
            real = reals.get();
        }
        return real;
    }

    @Override
    public void close() {
        if (real != null) {
            real.close();
            real = null;
        }
    }
}
