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
}
