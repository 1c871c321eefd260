package io.github.mmaplab.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.run.ParallelPlan;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConcurrentGeneratorTest {
    private static final int SCENARIOS = 200;
    private static final Set<Feature> ALL = EnumSet.allOf(Feature.class);

    private static List<Scenario> scenarios(long seed, Set<Feature> features, boolean carrying) {
        ConcurrentGenerator generator = new ConcurrentGenerator(seed, features, 4096, carrying);
        List<Scenario> scenarios = new ArrayList<>();
        for (int index = 0; index < SCENARIOS; index++) {
            generator.scenario(index).ifPresent(scenarios::add);
        }
        return scenarios;
    }

    private static String text(Scenario scenario) {
        return scenario.span().source().text();
    }

    private static boolean inBranches(Scenario scenario, Predicate<Step> wanted) {
        return scenario.stepsOfBranchesAsWritten().stream().anyMatch(wanted);
    }

    @Test
    void a_scenario_follows_from_seed_and_index_alone() {
        Set<String> texts = new HashSet<>();
        scenarios(7, ALL, true).forEach(scenario -> texts.add(text(scenario)));
        assertThat(texts).hasSizeGreaterThan(SCENARIOS * 9 / 10);
        scenarios(8, ALL, true).forEach(scenario -> assertThat(texts).doesNotContain(text(scenario)));
        Scenario alone =
                new ConcurrentGenerator(7, ALL, 4096, true).scenario(123).orElseThrow();
        assertThat(texts).contains(text(alone));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void most_scenarios_have_several_outcomes(boolean carrying) {
        List<Scenario> scenarios = scenarios(5, ALL, carrying);
        int outcomes = 0;
        int several = 0;
        for (Scenario scenario : scenarios) {
            int rows = Exploration.outcomes(scenario, Exploration.MOST_STATES)
                    .rows()
                    .size();
            outcomes += rows;
            several += rows > 1 ? 1 : 0;
        }
        assertThat(outcomes).isGreaterThan(SCENARIOS * 5 / 2);
        assertThat(several).isGreaterThan(SCENARIOS * 2 / 3);
    }

    @Test
    void processes_carry_values_on_and_wait_if_they_may() {
        List<Scenario> scenarios = scenarios(5, ALL, true);
        assertThat(scenarios).filteredOn(Scenario::waits).hasSizeGreaterThan(SCENARIOS / 10);
        assertThat(scenarios)
                .filteredOn(scenario -> text(scenario).contains("{ of: "))
                .hasSizeGreaterThan(SCENARIOS / 4);
        assertThat(scenarios)
                .filteredOn(scenario -> text(scenario).contains("into: r"))
                .hasSizeGreaterThan(SCENARIOS / 4);
        assertThat(scenarios)
                .filteredOn(scenario -> inBranches(scenario, Step.Fork.class::isInstance))
                .hasSizeGreaterThan(SCENARIOS / 20);
    }

    @Test
    void most_of_the_others_can_run_at_once() {
        List<Scenario> scenarios = scenarios(5, ALL, false);
        assertThat(scenarios)
                .noneMatch(Scenario::waits)
                .noneMatch(scenario -> text(scenario).contains("{ of: "));
        assertThat(scenarios)
                .filteredOn(scenario -> text(scenario).contains("into: r"))
                .hasSizeGreaterThan(SCENARIOS / 4);
        assertThat(scenarios).filteredOn(ConcurrentGeneratorTest::canRunAtOnce).hasSizeGreaterThan(SCENARIOS * 9 / 10);
    }

    private static boolean canRunAtOnce(Scenario scenario) {
        try {
            ParallelPlan.of(scenario, Rules.LINUX, Exploration.MOST_STATES);
            return true;
        } catch (ParallelPlan.NotParallelException e) {
            return false;
        }
    }

    @Test
    void only_features_that_are_named_are_used() {
        Set<Feature> few = Feature.only(List.of(Feature.PRIVATE, Feature.ANONYMOUS, Feature.MADVISE));
        assertThat(scenarios(5, few, true)).hasSizeGreaterThan(SCENARIOS / 2).allSatisfy(scenario -> {
            assertThat(scenario.files()).isEmpty();
            scenario.processes()
                    .forEach(process -> process.mappings()
                            .forEach(mapping ->
                                    assertThat(mapping.mapping().sharing()).isEqualTo(Sharing.PRIVATE)));
            assertThat(text(scenario)).doesNotContain("fork:", "mprotect:", "truncate:", "msync:");
        });
    }
}
