package io.github.mmaplab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.CrashModel;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.fuzz.ConcurrentGenerator;
import io.github.mmaplab.fuzz.Feature;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.machine.Canonical;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.library.Library;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.result.Outcomes;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search of orders finds what playing each order finds. */
final class OrderSearchTest {
    /** How many random scenarios are tried; {@code -Dconcurrent.scenarios=5000} tries more. */
    private static final int RANDOM = Integer.getInteger("concurrent.scenarios", 300);

    private static final int MOST_OUTCOMES = 2_000;

    private static List<Scenario> library() throws IOException {
        return Library.asWritten().stream().filter(Scenario::hasSeveralOutcomes).toList();
    }

    private static ScenarioResult searched(
            Scenario scenario, Rules rules, boolean goesOn, Set<Canonical.Part> without) {
        Machine machine = Machine.boot(new PageSize(scenario.pageSize()), rules);
        return new OrderSearch(scenario, machine, goesOn, Map.of(), without).run(Exploration.MOST_STATES);
    }

    private static ScenarioResult replayed(Scenario scenario, Rules rules, boolean goesOn) {
        return new Replay(scenario, KernelSource.simulated(rules), goesOn, Map.of()).inAllOrders();
    }

    private static void compare(Scenario scenario, Rules rules) {
        for (boolean goesOn : new boolean[] {false, true}) {
            assertThat(Told.of(searched(scenario, rules, goesOn, Set.of())))
                    .as(() -> scenario.title() + "\n" + scenario.span().source().text())
                    .isEqualTo(Told.of(replayed(scenario, rules, goesOn)));
        }
    }

    @Test
    void the_library() throws IOException {
        assertThat(library()).hasSizeGreaterThan(9).allSatisfy(scenario -> compare(scenario, Rules.LINUX));
    }

    @ParameterizedTest
    @EnumSource
    void the_library_on_mistaken_kernels(Misconception misconception) throws IOException {
        Rules rules = ((SimulatedKernel) misconception.boot(PageSize.FOUR_K))
                .machine()
                .rules();
        assertThat(library()).allSatisfy(scenario -> compare(scenario, rules));
    }

    /** Each order alone has one outcome, and together they are those of the search. */
    @Test
    void the_outcomes_of_the_library() throws IOException {
        assertThat(library()).filteredOn(scenario -> !scenario.hasCrash()).allSatisfy(scenario -> {
            Map<List<Object>, BigInteger> each = new HashMap<>();
            for (Iterator<Scenario> orders = Orders.of(scenario); orders.hasNext(); ) {
                Outcomes.Row only = Exploration.outcomes(orders.next(), Exploration.MOST_STATES)
                        .rows()
                        .get(0);
                each.merge(List.of(only.seen(), only.broken()), BigInteger.ONE, BigInteger::add);
            }
            Map<List<Object>, BigInteger> searched = new HashMap<>();
            for (Outcomes.Row row :
                    Exploration.outcomes(scenario, Exploration.MOST_STATES).rows()) {
                searched.put(List.of(row.seen(), row.broken()), row.orders());
            }
            assertThat(searched).as(scenario.title()).isEqualTo(each);
        });
    }

    /** After random steps, the disks that a crash may leave are as many and the same, whether searched or played one by one. */
    @ParameterizedTest
    @EnumSource
    void random_crashes(CrashModel model) {
        Set<Feature> reachingDisks = EnumSet.complementOf(
                EnumSet.of(Feature.SEAL, Feature.MSEAL, Feature.LIMIT, Feature.DESCRIPTORS, Feature.SYSV));
        ConcurrentGenerator scenarios = new ConcurrentGenerator(23, reachingDisks, PageSize.FOUR_K.bytes(), false);
        int compared = 0;
        int several = 0;
        for (int i = 0; compared < RANDOM / 3; i++) {
            Scenario scenario = scenarios.crashing(i, model).orElse(null);
            if (scenario == null) {
                continue;
            }
            ScenarioResult found = searched(scenario, Rules.LINUX, true, Set.of());
            int outcomes = outcomes(found);
            if (outcomes <= MOST_OUTCOMES) {
                assertThat(Told.of(found))
                        .as(() -> scenario.span().source().text())
                        .isEqualTo(Told.of(replayed(scenario, Rules.LINUX, true)));
                compared++;
                several += outcomes > scenario.orders().intValue() ? 1 : 0;
            }
        }
        assertThat(several).isGreaterThan(RANDOM / 10);
    }

    private static ConcurrentGenerator generator(long seed, boolean carrying) {
        return new ConcurrentGenerator(seed, EnumSet.allOf(Feature.class), PageSize.FOUR_K.bytes(), carrying);
    }

    private static int outcomes(ScenarioResult result) {
        return result.problems().stream()
                .filter(Problem.NeverHolds.class::isInstance)
                .mapToInt(never -> ((Problem.NeverHolds) never).orders().intValue())
                .max()
                .orElse(0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void random_scenarios(boolean carrying) {
        ConcurrentGenerator scenarios = generator(14, carrying);
        int compared = 0;
        for (int i = 0; compared < RANDOM; i++) {
            Scenario scenario = scenarios.scenario(i).orElse(null);
            if (scenario != null) {
                compare(scenario, Rules.LINUX);
                compared++;
            }
        }
    }
}
