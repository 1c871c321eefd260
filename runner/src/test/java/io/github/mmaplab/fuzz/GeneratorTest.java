package io.github.mmaplab.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.model.NewMapping;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GeneratorTest {

    private static final int SCENARIOS = 1_000;
    private static final KernelSource LINUX = KernelSource.simulated(Rules.LINUX);

    @Test
    void a_scenario_follows_from_seed_and_index_alone() {
        Generator one = generator(7);
        Generator other = generator(7);
        String late = other.text(123);
        for (int index = 0; index < 123; index++) {
            one.text(index);
        }
        assertThat(one.text(123)).isEqualTo(late);
    }

    @Test
    void scenarios_of_neighbouring_seeds_and_indices_have_nothing_in_common() {
        Set<String> texts = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            for (int index = 0; index < 20; index++) {
                texts.add(generator(seed).text(index));
            }
        }
        assertThat(texts).hasSize(400);
    }

    @Test
    void the_same_numbers_make_the_same_scenario() {
        Generator generator = generator(7);
        for (int index = 0; index < SCENARIOS; index++) {
            GeneratedScenario scenario = generator.scenario(index);
            GeneratedScenario again = generator(8).replay(scenario.draws());
            assertThat(again.text()).isEqualTo(scenario.text());
            assertThat(again.draws()).isEqualTo(scenario.draws());
        }
    }

    @Test
    void whatever_is_left_out_what_is_left_makes_a_scenario() {
        SplittableRandom random = new SplittableRandom(1);
        for (int index = 0; index < SCENARIOS; index++) {
            Draws draws = generator(7).scenario(index).draws();
            for (int times = 0; times < 5; times++) {
                draws = random.nextBoolean() ? withoutAPart(draws, random) : withAnotherNumber(draws, random);
                GeneratedScenario scenario = generator(7).replay(draws);
                assertThat(read(scenario.text()).diagnostics())
                        .as(scenario.text())
                        .isEmpty();
                draws = scenario.draws();
            }
        }
    }

    private static Draws withoutAPart(Draws draws, SplittableRandom random) {
        if (draws.parts().isEmpty()) {
            return draws;
        }
        int part = random.nextInt(draws.parts().size());
        return draws.without(part, part + 1);
    }

    private static Draws withAnotherNumber(Draws draws, SplittableRandom random) {
        if (draws.parts().isEmpty()) {
            return draws;
        }
        int part = random.nextInt(draws.parts().size());
        List<Integer> numbers = new ArrayList<>(draws.parts().get(part).numbers());
        if (!numbers.isEmpty()) {
            numbers.set(random.nextInt(numbers.size()), random.nextInt(8));
        }
        return draws.with(part, numbers);
    }

    @Test
    void no_numbers_make_the_simplest_scenario() {
        assertThat(generator(7).replay(new Draws(List.of())).text()).isEqualTo("""
                scenario: generated
                processes:
                  p0:
                expect:
                  p0: { alive: true }
                """);
    }

    @Test
    void every_operation_is_done_and_most_pairs_of_them() throws Exception {
        // two scenarios for each pair
        long scenarios = Coverage.pairs() * 2L;
        Coverage coverage =
                campaign(EnumSet.allOf(Feature.class), 4096, scenarios).coverage();
        assertThat(coverage.neverDone()).isEmpty();
        assertThat(coverage.neverConsecutive()).hasSizeLessThan(Coverage.pairs() / 5);
        assertThat(coverage.outcomes().get("mmap"))
                .containsKeys("ok", "EACCES", "EEXIST", "EINVAL", "ENOENT", "ENOMEM", "EOVERFLOW");
        assertThat(coverage.outcomes().get("load"))
                .containsKeys("ok", "SEGV_MAPERR", "SEGV_ACCERR", "BUS_ADRERR", "SI_KERNEL");
    }

    @ParameterizedTest
    @EnumSource
    void each_feature_alone_gives_scenarios_that_can_be_played(Feature feature) throws Exception {
        assertPlayed(campaign(Feature.only(List.of(feature)), 4096));
    }

    @ParameterizedTest
    @ValueSource(ints = {16384, 65536})
    void pages_may_have_another_size(int pageSize) throws Exception {
        assertPlayed(campaign(EnumSet.allOf(Feature.class), pageSize));
    }

    /** All but a few to their end: whether a pread or pwrite is one that is refused shows only when it is played. */
    private static void assertPlayed(Campaign.Summary summary) {
        assertThat(summary.scenarios() + summary.refused()).isEqualTo(SCENARIOS);
        assertThat(summary.refused()).isLessThanOrEqualTo(SCENARIOS / 100);
    }

    @Test
    void what_is_not_named_is_left_out() {
        Generator generator =
                new Generator(1, Feature.only(List.of(Feature.MEMFD, Feature.SHARED, Feature.FORK)), 4096);
        for (int index = 0; index < 500; index++) {
            Scenario scenario = read(generator.text(index)).scenarios().get(0);
            assertThat(scenario.files()).extracting(FileSpec::kind).containsOnly(FileKind.MEMFD);
            assertThat(mappings(scenario))
                    .allMatch(mapping -> mapping.mapping().file().isPresent());
            assertThat(mappings(scenario))
                    .extracting(mapping -> mapping.mapping().sharing())
                    .doesNotContain(Sharing.PRIVATE);
            assertThat(scenario.steps())
                    .extracting(step -> step.info().verb())
                    .doesNotContain("mremap", "madvise", "truncate", "exit");
        }
    }

    private static ReadResult read(String text) {
        return ScenarioReader.read("generated", text.getBytes(UTF_8));
    }

    private static List<NewMapping> mappings(Scenario scenario) {
        List<NewMapping> mappings = new ArrayList<>();
        scenario.processes().forEach(process -> mappings.addAll(process.mappings()));
        for (Step step : scenario.steps()) {
            if (step instanceof Step.Mmap mmap) {
                mappings.addAll(mmap.targets());
            }
        }
        return mappings;
    }

    private static Generator generator(long seed) {
        return new Generator(seed, EnumSet.allOf(Feature.class), 4096);
    }

    private static Campaign.Summary campaign(Set<Feature> features, int pageSize) throws Exception {
        return campaign(features, pageSize, SCENARIOS);
    }

    private static Campaign.Summary campaign(Set<Feature> features, int pageSize, long scenarios) throws Exception {
        Plan plan = new Plan(1, features, pageSize, scenarios, 1, 1, 1, false);
        Campaign.Summary summary = new Campaign(plan, LINUX, () -> LINUX).run(() -> false, n -> {}, found -> {});
        assertThat(summary.discoveries()).isEmpty();
        return summary;
    }
}
