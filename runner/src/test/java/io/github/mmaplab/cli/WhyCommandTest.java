package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhyCommandTest {

    private static final String FORK = """
            scenario: A child stores
            files: { data.txt: hello }
            processes:
              parent:
                p: { file: data.txt, sharing: private }
            steps:
              - fork: { parent: child }
                label: birth
              - write: { child.p: HELLO }
            expect:
              parent.p: hello
            """;

    @TempDir
    private Path folder = Path.of("");

    private Shell shell = new Shell(folder);

    @BeforeEach
    void write() throws IOException {
        shell = new Shell(folder);
        Files.writeString(folder.resolve("fork.scenario.yaml"), FORK);
        Files.writeString(folder.resolve("two.scenario.yaml"), FORK + "---\n" + Shell.PASSING);
    }

    @Test
    void what_is_seen_is_explained() {
        Outcome outcome = shell.run("why", "fork.scenario.yaml", "parent.p");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith("parent.p holds \"hello\"\n").contains("step 2:", "rule:");
    }

    @Test
    void a_moment_is_a_number_or_a_label() {
        Outcome number = shell.run("why", "fork.scenario.yaml", "child.p", "--after", "1");
        assertThat(number.out()).startsWith("child.p holds \"hello\"\n");
        assertThat(shell.run("why", "fork.scenario.yaml", "child.p", "--after", "birth"))
                .isEqualTo(number);
        assertThat(shell.run("why", "fork.scenario.yaml", "child.p", "--after", "0")
                        .out())
                .startsWith("child does not exist before the first step\n");
    }

    @Test
    void a_location_may_have_spaces_and_a_length() {
        Outcome quoted = shell.run("why", "fork.scenario.yaml", "child.p + 1", "--length", "2");
        assertThat(quoted.out()).startsWith("child.p + 1 holds \"EL\"\n");
        assertThat(shell.run("why", "fork.scenario.yaml", "child.p", "+", "1", "--length", "2"))
                .isEqualTo(quoted);
    }

    @Test
    void of_several_scenarios_one_is_chosen_by_its_line() {
        Outcome several = shell.run("why", "two.scenario.yaml", "parent.p");
        assertThat(several.code()).isEqualTo(64);
        assertThat(several.err()).contains("the selection has 2 scenarios", "two.scenario.yaml:1");
        assertThat(shell.run("why", "two.scenario.yaml:2", "parent.p").code()).isZero();
    }

    @Test
    void an_unknown_place_is_shown_with_what_may_have_been_meant() {
        Outcome outcome = shell.run("why", "fork.scenario.yaml", "parnet.p");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("there is no file `parnet.p` and no process `parnet`", "did you mean `parent.p`?");
        assertThat(shell.run("why", "fork.scenario.yaml", "parent.p + x").code())
                .isEqualTo(64);
    }

    @Test
    void a_command_line_that_makes_no_sense_is_explained() {
        assertThat(shell.run("why", "fork.scenario.yaml").err())
                .contains("needs the path of a scenario file and a location");
        assertThat(shell.run("why", "fork.scenario.yaml", "parent.p", "--after", "3")
                        .err())
                .contains("there is no step `3` in this scenario, which has 2 steps");
        assertThat(shell.run("why", "fork.scenario.yaml", "parent.p", "--after", "brith")
                        .err())
                .contains("did you mean `birth`?");
        assertThat(shell.run("why", "fork.scenario.yaml", "parent.p", "--length", "0")
                        .code())
                .isEqualTo(64);
        assertThat(shell.run("why", "missing.scenario.yaml", "parent.p").code()).isEqualTo(2);
    }

    @Test
    void whatever_can_be_expected_can_be_asked() {
        assertThat(why("memory")).startsWith("2 physical pages are in use at the end\n");
        assertThat(why("memory", "--about", "copies")).startsWith("1 page has been copied at the end\n");
        assertThat(why("child")).startsWith("child runs at the end\n").contains("step 1:    parent forks child");
        assertThat(why("child", "--about", "maps")).startsWith("child has 1 mapping at the end\n");
        assertThat(why("parent.p", "--about", "mapping"))
                .startsWith("parent.p is a private mapping of data.txt, rw-\n");
        assertThat(why("parent.p", "--about", "signal")).startsWith("reading parent.p raises no signal\n");
        assertThat(why("parent.p", "--about", "resident")).startsWith("the page at parent.p is in memory\n");
        assertThat(why("parent.p", "--same-page-as", "child.p"))
                .startsWith("parent.p and child.p are on two physical pages\n");
        assertThat(why("data.txt", "--about", "size")).startsWith("data.txt is 5 bytes long\n");
        assertThat(why("data.txt", "--about", "on-disk")).startsWith("on the disk, data.txt holds \"hello\"\n");
        assertThat(why("--step", "2")).startsWith("step 2 (write) succeeds\n").contains("goes to a copy");
        assertThat(why("--step", "birth")).startsWith("step 1 (birth, fork) succeeds\n");
    }

    private String why(String... words) {
        List<String> line = new ArrayList<>(List.of("why", "fork.scenario.yaml"));
        line.addAll(List.of(words));
        Outcome outcome = shell.run(line.toArray(String[]::new));
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        return outcome.out();
    }

    @Test
    void what_is_not_simulated_or_makes_no_sense_is_refused_by_name() {
        assertThat(shell.run("why", "fork.scenario.yaml", "memory", "--about", "signal")
                        .err())
                .contains("`--about signal` does not apply here", "pages, copies");
        assertThat(shell.run("why", "fork.scenario.yaml", "parent.p", "--step", "1")
                        .err())
                .contains("`--step` can't be combined with `parent.p`");
    }

    @Test
    void facts_are_written_as_json() {
        String json = why("parent.p", "--json");
        assertThat(json)
                .contains(
                        "\"format\" : \"mmaplab-explanation\"",
                        "\"kind\" : \"to-copy\"",
                        "\"process\" : \"child\"",
                        "\"at\" : \"child.p\"");
    }

    @Test
    void a_question_of_an_exercise_is_explained() throws IOException {
        Files.writeString(
                folder.resolve("fork.exercise.yaml"),
                FORK.replace("scenario:", "exercise:").replaceAll("(?s)expect:.*", "ask: { seen: parent.p }\n"));
        Outcome outcome = shell.run("why", "fork.exercise.yaml", "seen");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith("parent.p holds \"hello\"\n").contains("does not reach parent.p");
        assertThat(shell.run("why", "fork.exercise.yaml", "sean").err()).contains("did you mean `seen`?");
    }

    private static final String RACE = """
            scenario: Who is first?
            files: { data.txt: xx }
            processes:
              alice: { p: { file: data.txt, sharing: private } }
              bob: { q: { file: data.txt, sharing: shared } }
            steps:
              - concurrently:
                  alice: [ write: { alice.p: A } ]
                  bob: [ write: { bob.q+1: B } ]
            expect: { alice.p: AB }
            """;

    @Test
    void of_several_orders_the_shortest_that_breaks_the_scenario_is_explained() throws IOException {
        Files.writeString(folder.resolve("race.scenario.yaml"), RACE);
        assertThat(shell.run("why", "race.scenario.yaml", "alice.p").out())
                .startsWith("in the order alice 1, bob 1, one of 2 orders:\nalice.p holds \"Ax\"\n");
        Files.writeString(folder.resolve("race.scenario.yaml"), RACE.replace("alice.p: AB", "bob.q: xB"));
        assertThat(shell.run("why", "race.scenario.yaml", "alice.p").out())
                .startsWith("in the order alice 1, bob 1, one of 2 orders:\n");
    }

    @Test
    void another_order_is_asked_for_by_its_branches_and_steps_keep_their_numbers() throws IOException {
        Files.writeString(folder.resolve("race.scenario.yaml"), RACE);
        Outcome outcome = shell.run("why", "race.scenario.yaml", "alice.p", "--order", "bob,alice");
        assertThat(outcome.out())
                .startsWith("in the order bob 1, alice 1, one of 2 orders:\nalice.p holds \"AB\"\n")
                .contains("step 2:    bob stores", "step 1:    alice stores");
        assertThat(shell.run("why", "race.scenario.yaml", "alice.p", "--order", "bob", "--after", "2")
                        .out())
                .contains("alice.p holds \"xB\"\n");
    }

    @Test
    void an_order_that_there_is_not_is_refused() throws IOException {
        Files.writeString(folder.resolve("race.scenario.yaml"), RACE);
        assertThat(shell.run("why", "race.scenario.yaml", "alice.p", "--order", "bob,bob"))
                .isEqualTo(new Outcome(64, "", """
                        error: no order begins with `bob,bob`
                          = help: name branches, separated by commas; the first order is `alice,bob`
                        """));
        assertThat(shell.run("why", "fork.scenario.yaml", "parent.p", "--order", "a")
                        .err())
                .contains("this scenario has no concurrent steps");
    }
}
