package io.github.mmaplab.compare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pairs of the simulated kernel and another one of its kind, which may be mistaken. */
class DifferentialKernelTest {

    private static final List<Scenario> LIBRARY = library();

    private static final String SHARED_BY_FORK = """
            scenario: The last owner of a page
            processes: { alice: { p: { sharing: private } } }
            steps:
              - write: { alice.p: A }
            """;

    private static final String LAST_OWNER_STORES = """
              - fork: { alice: bob }
              - exit: alice
              - write: { bob.p: B }
            expect: { bob.p: B }
            """;

    private static List<Scenario> library() {
        try (Stream<Path> all = Files.walk(Path.of("../scenarios"))) {
            return all.filter(path -> path.toString().endsWith(".scenario.yaml"))
                    .sorted()
                    .flatMap(path -> InputFiles.scenarios(path, path.toString()).scenarios().stream())
                    .map(Orders::first)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothing_in_the_library_tells_a_kernel_from_itself() {
        assertThat(LIBRARY).hasSizeGreaterThan(180).allSatisfy(scenario -> {
            DifferentialKernel pair = pair(scenario, Rules.LINUX);
            ScenarioResult result = ScenarioRunner.run(scenario, pair);
            assertThat(result.passed()).isTrue();
            assertThat(pair.difference()).isEmpty();
            assertThat(pair.notCompared()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_library_tells_a_mistaken_kernel_whichever_side_it_is_on(Rule rule) {
        int right = 0;
        int left = 0;
        for (Scenario scenario : LIBRARY) {
            DifferentialKernel pair = pair(scenario, Rules.LINUX.without(rule));
            assertThat(ScenarioRunner.run(scenario, pair).passed()).isTrue();
            right += pair.difference().isPresent() ? 1 : 0;
            DifferentialKernel turned =
                    new DifferentialKernel(kernel(scenario, Rules.LINUX.without(rule)), kernel(scenario, Rules.LINUX));
            ScenarioRunner.explore(scenario, turned);
            left += turned.difference().isPresent() ? 1 : 0;
        }
        assertThat(right).isPositive();
        assertThat(left).isEqualTo(right);
    }

    @ParameterizedTest
    @ValueSource(strings = {"  - mlock: alice.p\n", ""})
    void a_copy_of_a_page_that_was_locked_is_no_difference(String lock) {
        Scenario scenario = ScenarioReader.read("sample", (SHARED_BY_FORK + lock + LAST_OWNER_STORES).getBytes(UTF_8))
                .scenarios()
                .get(0);
        DifferentialKernel pair = pair(scenario, Rules.LINUX.without(Rule.LAST_OWNER_REUSES));
        ScenarioRunner.explore(scenario, pair);
        assertThat(pair.difference().isPresent()).isEqualTo(lock.isEmpty());
        assertThat(pair.notCompared().isEmpty()).isEqualTo(lock.isEmpty());
    }

    private static DifferentialKernel pair(Scenario scenario, Rules real) {
        return new DifferentialKernel(kernel(scenario, Rules.LINUX), kernel(scenario, real));
    }

    private static SimulatedKernel kernel(Scenario scenario, Rules rules) {
        return new SimulatedKernel(Machine.boot(new PageSize(scenario.pageSize()), rules));
    }
}
