package io.github.mmaplab.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.compare.Pair;
import io.github.mmaplab.fuzz.sketch.Sketch;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Plays sketches on two kernels at once: what is played is what would stand in a file. */
final class Duel implements AutoCloseable {

    private final KernelSource simulated;
    private final Supplier<KernelSource> reals;
    private @Nullable KernelSource real;

    Duel(KernelSource simulated, Supplier<KernelSource> reals) {
        this.simulated = simulated;
        this.reals = reals;
    }

    /** Plays it on both. */
    Meeting play(Sketch sketch) {
        ReadResult read = read(sketch);
        if (read.scenarios().isEmpty()) {
            return new Meeting.Unplayable(read.diagnostics().get(0).message());
        }
        try {
            return play(read.scenarios().get(0));
        } catch (KernelLostException lost) {
            close();
            return new Meeting.Lost(String.valueOf(lost.getMessage()));
        }
    }

    private Meeting play(Scenario scenario) {
        PageSize pageSize = new PageSize(scenario.pageSize());
        Pair pair = new Pair(simulated.boot(pageSize), real().boot(pageSize));
        ScenarioResult result = ScenarioRunner.explore(scenario, pair);
        if (pair.difference().isPresent()) {
            return new Meeting.Apart(result, pair.difference().get());
        }
        for (Problem problem : result.problems()) {
            if (problem instanceof Problem.KernelLost lost) {
                close();
                return new Meeting.Lost(lost.message());
            }
            if (problem instanceof Problem.NotPlayable missing) {
                return new Meeting.Unplayable(missing.message());
            }
            if (problem instanceof Problem.Ended ended) {
                return new Meeting.Unplayable(ended.process() + " was " + ended.how());
            }
        }
        return new Meeting.Alike(result, pair.notCompared());
    }

    /** Plays it on the simulated kernel alone; nothing if it cannot be read. */
    Optional<ScenarioResult> onSimulated(Sketch sketch) {
        return on(simulated.boot(new PageSize(sketch.pageSize())), sketch);
    }

    /** Plays it on the real kernel alone; nothing if it cannot be read. */
    Optional<ScenarioResult> onReal(Sketch sketch) {
        return on(real().boot(new PageSize(sketch.pageSize())), sketch);
    }

    private static Optional<ScenarioResult> on(Kernel kernel, Sketch sketch) {
        ReadResult read = read(sketch);
        return read.scenarios().isEmpty()
                ? Optional.empty()
                : Optional.of(ScenarioRunner.explore(read.scenarios().get(0), kernel));
    }

    private static ReadResult read(Sketch sketch) {
        return ScenarioReader.read("generated", sketch.yaml("generated", "").getBytes(UTF_8));
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
