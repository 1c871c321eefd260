package io.github.mmaplab.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.RealKernel;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.run.TraitDependence;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.Variant;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The keys of the library of exercises on the kernel of this machine; skipped where that can't be had, with the reason. */
class ExercisesOnLinuxTest {

    /** Of each exercise; {@code mmaplab exercise check --on linux --sample 1000000} plays all. */
    private static final int VARIANTS = 20;

    @Test
    void the_keys_agree_with_the_real_kernel() throws IOException {
        int agreed = 0;
        try (RealKernel kernel = Host.ofThisProcess().linux().start()) {
            for (var file : ExerciseLibraryTest.files()) {
                Assignment assignment = Exercises.assignment(file);
                for (Variant variant : assignment.sample(VARIANTS)) {
                    agreed += agreed(assignment.key(variant), kernel);
                }
            }
        } catch (UsageException e) {
            abort(e.getMessage());
        }
        assertThat(agreed).isGreaterThan(15 * VARIANTS * 3);
    }

    /** How many answers the real kernel gives, all as in the key; it can't be asked how many pages there are. */
    private static int agreed(AnswerKey key, RealKernel kernel) {
        Map<String, Reply> seen =
                AnswerSheet.answered(AnswerKey.replies(Exploration.run(key.scenario(), pageSize -> kernel.boot())));
        assertThat(seen)
                .as(key.scenario().title() + " " + key.variant().values())
                .isNotEmpty();
        Set<Map.Entry<String, Reply>> agreed = new LinkedHashSet<>(seen.entrySet());
        agreed.retainAll(key.truth().entrySet());
        for (Map.Entry<String, Reply> reply : seen.entrySet()) {
            if (!agreed.contains(reply)) {
                assertThat(TraitDependence.reason(key.scenario(), reply.getKey(), reply.getValue(), kernel.lacking()))
                        .as(key.scenario().title() + " " + key.variant().values() + " " + reply)
                        .isPresent();
            }
        }
        return agreed.size();
    }
}
