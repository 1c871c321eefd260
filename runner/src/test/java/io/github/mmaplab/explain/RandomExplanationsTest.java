package io.github.mmaplab.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.fuzz.Feature;
import io.github.mmaplab.fuzz.Generator;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever is seen in random scenarios can be explained, and the explanations are true. */
class RandomExplanationsTest {

    private static final int SCENARIOS = Integer.getInteger("mmaplab.explain.scenarios", 20_000);

    /** Of each scenario so many questions are asked, another part of them in each. */
    private static final int QUESTIONS = 2;

    private static final long SEED = 20_111;
    private static final int PAGE = 4096;

    @Test
    void what_is_seen_in_random_scenarios_has_reasons_that_are_true() {
        Generator generator = new Generator(SEED, EnumSet.allOf(Feature.class), PAGE);
        long explained = IntStream.range(0, SCENARIOS)
                .parallel()
                .mapToLong(index -> check(generator, index))
                .sum();
        assertThat(explained).isGreaterThan(SCENARIOS);
    }

    private static long check(Generator generator, int index) {
        String text = generator.text(index);
        List<Scenario> scenarios = ScenarioReader.read("random " + index, text.getBytes(StandardCharsets.UTF_8))
                .scenarios();
        if (scenarios.isEmpty()) {
            return 0;
        }
        List<Query> queries = Queries.of(scenarios.get(0));
        int count = Math.min(QUESTIONS, queries.size());
        for (int i = 0; i < count; i++) {
            Checker.check(queries.get((index * 7 + i * (queries.size() / count)) % queries.size()));
        }
        return count;
    }
}
