package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    private static final String EXEC = Shell.PASSING.replace("HELLO }\nexpect", "HELLO }\n  - exec: alice\nexpect");

    @TempDir
    private Path folder = Path.of("");

    private Shell shell = new Shell(folder);

    @BeforeEach
    void write() throws IOException {
        shell = new Shell(folder);
        Files.writeString(folder.resolve("one.scenario.yaml"), Shell.PASSING);
        Files.writeString(folder.resolve("two.scenario.yaml"), Shell.PASSING + "---\n" + Shell.FAILING);
    }

    @Test
    void one_scenario_goes_to_standard_output_or_to_a_file() throws IOException {
        Outcome printed = shell.run("export", "c", "one.scenario.yaml");
        assertThat(printed.code()).isZero();
        assertThat(printed.err()).isEmpty();
        assertThat(printed.out()).startsWith("/*\n * A store is seen\n").contains("int main(void)");
        assertThat(shell.run("export", "c", "one.scenario.yaml", "-o", "one.c")).isEqualTo(new Outcome(0, "", ""));
        assertThat(folder.resolve("one.c")).hasContent(printed.out());
    }

    @Test
    void content_of_any_length_is_exported() {
        String text = Shell.PASSING
                .replace("{ alice.p: HELLO }", "{ alice.p: \"" + "x\\t".repeat(30_000) + "\" }")
                .replace("sharing: private", "sharing: private, length: 20 pages");
        Outcome outcome = shell.file("long.scenario.yaml", text).run("export", "c", "long.scenario.yaml");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
    }

    @Test
    void of_several_one_is_chosen_by_its_line() {
        Outcome several = shell.run("export", "c", "two.scenario.yaml");
        assertThat(several.code()).isEqualTo(64);
        assertThat(several.out()).isEmpty();
        assertThat(several.err()).contains("the selection has 2 scenarios", "two.scenario.yaml:1", "--out-dir");
        assertThat(shell.run("export", "c", "two.scenario.yaml:9").out()).contains("Another store is seen");
        assertThat(shell.run("export", "c", "two.scenario.yaml", "--name", "another")
                        .out())
                .contains("Another store is seen");
    }

    @Test
    void all_go_into_a_folder() {
        Outcome all = shell.run("export", "c", ".", "--out-dir", "programs");
        assertThat(all).isEqualTo(new Outcome(0, "wrote 3 programs to programs\n", ""));
        assertThat(folder.resolve("programs")).isDirectoryContaining("glob:**/one.c");
        assertThat(folder.resolve("programs")).isDirectoryContaining("glob:**/two-1.c");
        assertThat(folder.resolve("programs")).isDirectoryContaining("glob:**/two-2.c");
    }

    @Test
    void what_can_not_be_exported_is_refused_by_name() throws IOException {
        Files.writeString(folder.resolve("exec.scenario.yaml"), EXEC);
        Outcome refused = shell.run("export", "c", "exec.scenario.yaml");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("error[E0604]: `exec` can't be exported", "exec.scenario.yaml:6:5", "^^^^");
    }

    /** The simulated kernel does it at no cost; a program would do it on a machine of which nothing is known. */
    @Test
    void a_program_does_not_fill_a_machine() throws IOException {
        Files.writeString(folder.resolve("huge.scenario.yaml"), """
                scenario: A gigabyte
                files: { mem: { kind: memfd } }
                processes: { alice: {} }
                steps:
                  - allocate: { mem: 1G }
                expect: { mem: { size: 1G } }
                """);
        assertThat(shell.run("run", "huge.scenario.yaml").code()).isZero();
        Outcome refused = shell.run("export", "c", "huge.scenario.yaml");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("allocating more than 512 MiB can't be exported", "huge.scenario.yaml:5:");
    }

    @Test
    void a_command_line_that_makes_no_sense_is_explained() {
        assertThat(shell.run("export").err()).contains("needs a language");
        assertThat(shell.run("export", "java", "one.scenario.yaml").err())
                .contains("does not support the language `java`");
        assertThat(shell.run("export", "c").err()).contains("needs the path");
        assertThat(shell.run("export", "c", "one.scenario.yaml", "-o", "a", "--out-dir", "b")
                        .code())
                .isEqualTo(64);
        assertThat(shell.run("export", "c", "missing.scenario.yaml").code()).isEqualTo(2);
    }

    private static final String RACE = """
            scenario: Two processes store
            files: { data.txt: xx }
            processes:
              alice: { p: { file: data.txt, sharing: shared } }
              bob: { q: { file: data.txt, sharing: shared } }
            steps:
              # both store
              - concurrently:
                  alice: [ write: { alice.p: A }, write: { alice.p+1: A } ]
                  bob:
                    # at once
                    - write: { bob.q: BB }
                      note: two bytes
            expect:
              data.txt: { size: 2 }
              never: { data.txt: AB }
              sometimes: [ data.txt: BB, data.txt: BA ]
            """;

    @Test
    void an_order_is_exported_as_a_scenario() {
        Outcome outcome = shell.file("race.scenario.yaml", RACE)
                .run("export", "order", "race.scenario.yaml", "--order", "alice,bob");
        assertThat(outcome.err()).isEqualTo("""
                note: `never: { data.txt: AB }` is left out: one order can't say what is never seen
                note: `sometimes: data.txt: BB` is left out: it does not hold in this order
                """);
        assertThat(outcome.out()).isEqualTo("""
                scenario: Two processes store [in the order alice 1, bob 1, alice 2]
                files: { data.txt: xx }
                processes:
                  alice: { p: { file: data.txt, sharing: shared } }
                  bob: { q: { file: data.txt, sharing: shared } }
                steps:
                  # both store
                  - write: { alice.p: A } # alice 1
                  # at once
                  # bob 1
                  - write: { bob.q: BB }
                    note: two bytes
                  - write: { alice.p+1: A } # alice 2
                  - expect:
                      data.txt: { size: 2 }
                # `never: { data.txt: AB }` is left out: one order can't say what is never seen
                # `sometimes: data.txt: BB` is left out: it does not hold in this order
                # sometimes, as in this order
                expect:
                  data.txt: BA
                """);
        assertThat(outcome.code()).isZero();
    }

    @Test
    void without_an_order_the_shortest_is_exported_that_breaks_an_expectation() {
        shell.file("race.scenario.yaml", RACE);
        Outcome right = shell.run("export", "order", "race.scenario.yaml");
        assertThat(right.err())
                .startsWith("error: no order breaks an expectation of this scenario")
                .contains("= help: name the order to export: `--order alice,alice,bob`");
        assertThat(right.code()).isEqualTo(64);
        shell.file("race.scenario.yaml", RACE.replace("never: { data.txt: AB }", "never: { data.txt: AA }"));
        Outcome wrong = shell.run("export", "order", "race.scenario.yaml", "-o", "aa.scenario.yaml");
        assertThat(wrong.code()).isZero();
        assertThat(shell.run("run", "aa.scenario.yaml", "-v").out()).contains("[in the order bob 1, alice 1, alice 2]");
        assertThat(shell.run("fmt", "--check", "aa.scenario.yaml").code()).isZero();
    }

    @Test
    void what_one_order_cannot_say_is_refused_by_name() {
        String crash = RACE.replace("expect:\n", "  - crash: machine\nexpect:\n");
        Outcome refused = shell.file("crash.scenario.yaml", crash)
                .run("export", "order", "crash.scenario.yaml", "--order", "bob");
        assertThat(refused.err()).contains("error[E0604]: `crash` can't be exported in one order", "14:5");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(shell.run("export", "order", "one.scenario.yaml").err()).contains("nothing is concurrent");
        assertThat(shell.run("export", "order", "crash.scenario.yaml", "--out-dir", "x")
                        .err())
                .contains("`--out-dir` is not for `export order`");
        assertThat(shell.run("export", "c", "one.scenario.yaml", "--order", "x").err())
                .contains("`--order` is not for `export c`");
    }
}
