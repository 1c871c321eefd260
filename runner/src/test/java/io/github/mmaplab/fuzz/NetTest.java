package io.github.mmaplab.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The net has no holes: a kernel that breaks any one rule is found out by a campaign. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
final class NetTest {

    private static final long SEED = 1;

    /** The first difference that this seed makes of COPIES_ONE_PAGE is one that an expectation can say. */
    private static final long SEED_OF_COPIES = 3;

    private static final int MOST_SCENARIOS = 5_000;
    private static final int MOST_STEPS = 4;

    @ParameterizedTest
    @EnumSource
    void a_campaign_finds_a_broken_rule_and_shows_it_in_a_few_steps(Rule rule) throws Exception {
        Discovery discovery = discovery(rule);
        assertThat(discovery.steps()).as(discovery.scenario()).isLessThanOrEqualTo(MOST_STEPS);
    }

    /** That a page is copied once too often is seen from one moment to the next, and no expectation says it. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LAST_OWNER_REUSES")
    void what_is_written_passes_where_the_difference_was_seen_and_fails_here(Rule rule) throws Exception {
        long seed = rule == Rule.COPIES_ONE_PAGE ? SEED_OF_COPIES : SEED;
        Scenario scenario = read(discovery(rule, seed).scenario());
        assertThat(ScenarioRunner.run(scenario, without(rule)).passed()).isTrue();
        assertThat(ScenarioRunner.run(scenario).passed()).isFalse();
    }

    @Test
    void what_cannot_be_said_is_written_all_the_same() throws Exception {
        Discovery discovery = discovery(Rule.LAST_OWNER_REUSES);
        assertThat(discovery.scenario()).contains("No expectation can distinguish the two kernels here.");
        assertThat(read(discovery.scenario()).steps()).hasSize(discovery.steps());
    }

    private static Discovery discovery(Rule rule) throws Exception {
        return discovery(rule, SEED);
    }

    private static Discovery discovery(Rule rule, long seed) throws Exception {
        Campaign campaign = new Campaign(
                Plan.of(seed, MOST_SCENARIOS),
                KernelSource.simulated(Rules.LINUX),
                () -> KernelSource.simulated(Rules.LINUX.without(rule)));
        Campaign.Summary summary = campaign.run(() -> false, played -> {}, found -> {});
        assertThat(summary.discoveries()).as("differences found").hasSize(1);
        return summary.discoveries().get(0);
    }

    private static Scenario read(String text) {
        ReadResult read = ScenarioReader.read("discovery", text.getBytes(UTF_8));
        assertThat(read.diagnostics()).isEmpty();
        return read.scenarios().get(0);
    }

    private static Kernel without(Rule rule) {
        return KernelSource.simulated(Rules.LINUX.without(rule)).boot(PageSize.FOUR_K);
    }
}
