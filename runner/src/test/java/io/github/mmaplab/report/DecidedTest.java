package io.github.mmaplab.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.failure.ProblemText;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.kernel.machine.Trait;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** A failing run says what decided, and only where that is known. */
class DecidedTest {

    private static Scenario scenario(String file, String expect) {
        String text = """
                scenario: What alice stores reaches the file
                files: { data.txt: hello }
                processes:
                  alice: { p: { file: data.txt, sharing: private } }
                steps:
                  - write: { alice.p: HELLO }
                expect: { %s }
                """.formatted(expect);
        return ScenarioReader.read(file, text.getBytes(StandardCharsets.UTF_8))
                .scenarios()
                .get(0);
    }

    private static String told(String file, String expect, Rules rules) {
        Scenario scenario = scenario(file, expect);
        SimulatedKernel kernel = new SimulatedKernel(Machine.boot(new PageSize(scenario.pageSize()), rules));
        ScenarioResult result = ScenarioRunner.run(scenario, kernel);
        return new ProblemText(Palette.PLAIN).draw(result.problems().get(0), scenario);
    }

    @Test
    void names_the_step_that_decides_and_the_command_that_tells_more() {
        assertThat(told("my files/a.scenario.yaml", "data.txt: HELLO", Rules.LINUX))
                .contains(
                        "step 1: alice stores \"HELLO\" at p: p is private, so the store goes to a copy",
                        "and does not reach data.txt",
                        "= help: mmaplab why 'my files/a.scenario.yaml' data.txt\n");
    }

    @Test
    void explains_how_many_pages_there_are() {
        assertThat(told("a.scenario.yaml", "memory: { pages: 4 }", Rules.LINUX))
                .contains(
                        "memory: expected pages: 4, but it is 2",
                        "= so: 1 page of data.txt and physical page #2 of alice are in use",
                        "= help: mmaplab why a.scenario.yaml memory\n");
    }

    @Test
    void claims_nothing_of_another_kernel_but_names_the_command_where_simulated_linux_agrees() {
        Rules other = Rules.LINUX.lacking(EnumSet.of(Trait.ZERO_PAGE));
        assertThat(told("a.scenario.yaml", "data.txt: HELLO", other))
                .contains("= help: mmaplab why a.scenario.yaml data.txt\n")
                .doesNotContain("step 1", "so:", "beginning:", "physical page");
    }

    @Test
    void says_nothing_about_a_kernel_that_lacks_a_rule() {
        Rules mistaken = Rules.LINUX.without(Rule.PRIVATE_STORES_COPY);
        assertThat(told("a.scenario.yaml", "data.txt: hello", mistaken)).doesNotContain("help:", "step 1", "so:");
    }

    @Test
    void names_no_command_where_there_is_no_file() {
        assertThat(told("machine", "data.txt: HELLO", Rules.LINUX))
                .contains("step 1: alice stores")
                .doesNotContain("mmaplab why");
    }
}
