package io.github.mmaplab.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExplainerTest {

    private static Scenario scenario(String steps) {
        String text = """
                scenario: A process that comes to grief
                files: { data.txt: hello }
                processes:
                  alice:
                    p: { file: data.txt, sharing: shared }
                steps:
                %sexpect:
                  data.txt: hello
                """.formatted(steps);
        return ScenarioReader.read("test", text.getBytes(StandardCharsets.UTF_8))
                .scenarios()
                .get(0);
    }

    @Test
    void a_step_that_comes_to_something_else_than_it_says_stops_nothing() {
        Scenario scenario = scenario("""
                  - munmap: alice.p
                  - write: { alice.p: HELLO }
                  - write: { data.txt: World }
                """);
        Explanation explanation = Asked.of(scenario, "> content data.txt 5").explanation();
        assertThat(explanation.answer()).isEqualTo("data.txt holds \"World\"");
    }

    @Test
    void a_run_that_can_not_go_on_says_so() {
        Scenario scenario = scenario("""
                  - exit: alice
                  - write: { alice.p: HELLO }
                """);
        Explanation explanation = Asked.of(scenario, "> content data.txt 5").explanation();
        assertThat(explanation.answer()).isEqualTo("data.txt holds \"hello\"");
        assertThat(explanation.reasons())
                .extracting(Reason::text)
                .contains("the scenario can't be played beyond step 2: alice has ended");
    }

    /** A write of what is read is two operations, of one target. */
    @Test
    void writes_of_what_is_read_elsewhere_are_no_writes_here() {
        Scenario scenario = scenario("""
                  - mmap: { alice.other: { sharing: private } }
                  - write: { alice.other: { of: alice.other, plus: 65 }, alice.other+1: { of: data.txt } }
                  - write: { alice.p: { of: alice.other, length: 2 } }
                """);
        Explanation explanation = Asked.of(scenario, "> content alice.p 5").explanation();
        assertThat(explanation.answer()).isEqualTo("alice.p holds \"Ahllo\"");
        assertThat(explanation.reasons())
                .extracting(Reason::text)
                .anyMatch(text -> text.startsWith("alice stores \"Ah\" at p"))
                .noneMatch(text -> text.contains("other"));
    }

    @Test
    void only_what_there_is_can_be_asked_about() {
        Scenario scenario = scenario("  - read: alice.p\n");
        assertThatThrownBy(() -> Explainer.outcome(scenario, "nothing")).hasMessageContaining("label nothing");
        assertThatThrownBy(() -> Explainer.pages(scenario, 2)).hasMessageContaining("step 2 of 1");
        assertThat(Explainer.size(scenario, 1, "other.txt").answer())
                .isEqualTo("file other.txt does not exist at the end");
    }
}
