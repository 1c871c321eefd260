package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Shell.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Makes each mistake, and reads what is said about it. */
class UsageTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @SuppressWarnings("NullAway.Init") // set below
    Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder).file("a.scenario.yaml", Shell.PASSING);
    }

    private void isRefused(String message, String... words) {
        Outcome outcome = shell.run(words);
        assertThat(outcome.err()).isEqualTo(message);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.code()).isEqualTo(64);
    }

    @Test
    void without_a_command_there_is_help() {
        Outcome outcome = shell.run();
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).startsWith("mmaplab: litmus tests").contains("  run                 play scenarios");
    }

    @Test
    void an_unknown_command_is_told_which_was_meant() {
        isRefused("""
                error: there is no command `rum`
                  = help: did you mean `run`?
                  = help: `mmaplab --help` lists the commands
                """, "rum");
    }

    @Test
    void a_path_in_place_of_a_command_is_recognised() {
        isRefused("""
                error: `a.scenario.yaml` is not a command
                  = help: to play it, write `mmaplab run a.scenario.yaml`
                """, "a.scenario.yaml");
    }

    @Test
    void an_option_in_place_of_a_command_is_recognised() {
        isRefused("""
                error: `mmaplab` has no option `--tag`
                  = help: options come after a command
                  = help: `mmaplab --help` lists the commands
                """, "--tag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "check", "list"})
    void a_path_is_needed(String command) {
        isRefused("""
                error: `mmaplab COMMAND` needs the path of a scenario file or a folder
                  = help: `mmaplab COMMAND .` takes all scenarios below the current folder
                  = help: `mmaplab COMMAND --help` shows how it is used
                """.replace("COMMAND", command), command);
    }

    @Test
    void an_unknown_option_is_told_which_was_meant() {
        isRefused("""
                error: `mmaplab run` has no option `--tga`
                  = help: did you mean `--tag`?
                  = help: `mmaplab run --help` shows how it is used
                """, "run", "--tga=x", ".");
    }

    @Test
    void an_option_of_another_world_is_refused() {
        isRefused("""
                error: `mmaplab run` has no option `-z`
                  = help: `mmaplab run --help` shows how it is used
                  = help: for a file of that name, write `./-z`
                """, "run", "-z");
    }

    @Test
    void an_option_needs_its_value() {
        isRefused("""
                error: `--tag` needs a value
                  = help: write `--tag EXPR`
                """, "run", ".", "--tag");
    }

    @Test
    void a_flag_takes_no_value() {
        isRefused("""
                error: `--quiet` takes no value
                  = help: write `--quiet` alone
                """, "run", "--quiet=yes", ".");
    }

    @Test
    void two_tag_expressions_are_not_guessed_at() {
        isRefused("""
                error: `--tag` is given 2 times
                  = help: combine them: `--tag 'fork and file'`
                """, "run", "--tag", "a", "--tag", "b", ".");
    }

    @Test
    void a_tag_expression_that_breaks_off_is_pointed_at() {
        isRefused("""
                error: a tag is missing at the end of the expression
                  | --tag a and
                  |            ^
                  = help: write an expression such as `fork and not (file or shared)`
                """, "run", "--tag", "a and", ".");
    }

    @Test
    void a_report_needs_a_file() {
        isRefused("""
                error: `--report junit` names no file
                  = help: write `--report junit=FILE`, or `--report junit=-` for standard output
                """, "run", "--report", "junit", ".");
    }

    @Test
    void a_report_needs_a_format_that_exists() {
        isRefused("""
                error: there is no report format `foo`
                  | --report foo=x
                  |          ^^^
                  = help: the formats are text, junit, xunit, tap, tap13, json, jsonl, github, html
                """, "run", "--report", "foo=x", ".");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void a_report_format_is_told_which_was_meant() {
        Outcome outcome = shell.run("run", "--report", "junt=x", ".");
        assertThat(outcome.err()).contains("  = help: did you mean `junit`?\n");
    }

    @Test
    void two_reports_need_two_files() {
        isRefused("""
                error: two reports go to `x`
                  = help: give each a file of its own
                """, "run", "--report", "junit=x", "--report", "text=x", ".");
    }

    @Test
    void a_report_that_cannot_be_written_is_known_before_the_run() throws Exception {
        Files.createDirectory(folder.resolve("there"));
        String hint = "  = help: nothing was run; name a file in a folder that exists and is writable\n";
        isRefused(
                "error: the report `nowhere/x.xml` can't be written: its folder does not exist\n" + hint,
                "run",
                "--report",
                "junit=nowhere/x.xml",
                ".");
        isRefused(
                "error: the report `there` can't be written: it is a folder\n" + hint,
                "run",
                "--report",
                "text=y.txt",
                "--report",
                "junit=there",
                ".");
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains("y.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "two", "1025", "99999999999", ""})
    void jobs_are_a_number(String jobs) {
        isRefused(
                "error: `--jobs` must be a number from 1 to 1024, not `" + jobs
                        + "`\n  = help: leave it out for one per processor\n",
                "run",
                "--jobs=" + jobs,
                ".");
    }

    @Test
    void a_colour_is_one_of_three_words() {
        isRefused("""
                error: `--color` must be auto, always or never, not `red`
                  = help: leave it out for the default, auto
                """, "check", "--color", "red", ".");
    }

    @Test
    void an_unknown_code_is_not_explained() {
        isRefused("""
                error: there is no code `E9999`
                  = help: a code appears in brackets, as in error[E0201]; `mmaplab explain` lists all codes
                """, "explain", "E9999");
        assertThat(shell.run("explain", "E201").err()).contains("did you mean `E0201`?");
    }

    @Test
    void a_second_operand_is_not_ignored() {
        isRefused("""
                error: `mmaplab explain` takes one operand; it was also given `E0202`
                  = help: `mmaplab explain --help` shows how it is used
                """, "explain", "E0201", "E0202");
        assertThat(shell.run("schema", "x").code()).isEqualTo(64);
        assertThat(shell.run("init", "x", "y").code()).isEqualTo(64);
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void a_file_that_exists_is_never_overwritten() {
        isRefused("""
                error: `a.scenario.yaml` already exists
                  = help: choose another name, or remove the file first
                """, "init", "a.scenario.yaml");
        assertThat(shell.text("a.scenario.yaml")).isEqualTo(Shell.PASSING);
    }

    @Test
    void init_writes_an_exercise_that_is_sound_where_the_name_says_so() {
        Outcome written = shell.run("init", "new.exercise.yaml");
        assertThat(written.out())
                .isEqualTo("wrote new.exercise.yaml; `mmaplab exercise check new.exercise.yaml` plays its variants\n");
        Outcome checked = shell.run("exercise", "check", "new.exercise.yaml");
        assertThat(checked.err()).isEmpty();
        assertThat(checked.out()).contains("6 variants played", "the exercise is sound");
    }

    @Test
    void init_needs_a_name_in_a_folder_that_exists() {
        isRefused("""
                error: `mmaplab init` needs a file name
                  = help: write `mmaplab init my.scenario.yaml`
                """, "init");
        isRefused("error: `nowhere/x` can't be written: its folder does not exist\n", "init", "nowhere/x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"zssh; did you mean `zsh`?", "powershell; the shells are bash, zsh, fish"})
    void a_shell_is_one_of_three(String written, String hint) {
        isRefused(
                "error: there is no completion for `" + written + "`\n  = help: " + hint + "\n", "completion", written);
    }

    @Test
    void a_completion_needs_a_shell() {
        isRefused("""
                error: `mmaplab completion` needs the name of a shell
                  = help: write `mmaplab completion bash`, or zsh, or fish
                """, "completion");
    }
}
