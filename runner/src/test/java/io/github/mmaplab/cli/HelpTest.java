package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Shell.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    static final List<String> COMMANDS = Commands.NAMES;

    private final Shell shell = new Shell(Path.of(""));

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void the_program_tells_its_commands(String word) {
        Outcome outcome = shell.run(word);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains(COMMANDS).contains("examples:");
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void every_command_has_help_that_fits_the_screen(String command) {
        String[] words = command.split(" ");
        Outcome outcome = shell.run(with(words, "--help"));
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .startsWith("mmaplab " + command + ": ")
                .contains("\nusage: mmaplab " + command)
                .contains("\noptions:\n", "--help")
                .contains("\nexample")
                .endsWith("\n");
        assertThat(outcome.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(105));
        assertThat(outcome.out().lines()).hasSizeLessThanOrEqualTo(40);
        assertThat(shell.run(("help " + command).split(" "))).isEqualTo(outcome);
        assertThat(shell.run(with(words, "--nonsense", "-h"))).isEqualTo(outcome);
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void a_word_that_commands_begin_with_lists_them() {
        Outcome outcome = shell.run("exercise", "--help");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("  check  ", "  sheet  ", "  key  ");
        assertThat(shell.run("help", "exercise")).isEqualTo(outcome);
        assertThat(shell.run("exercise").code()).isEqualTo(64);
        assertThat(shell.run("exercise", "chek").err()).contains("did you mean `exercise check`?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void the_version_is_one_line(String word) {
        Outcome outcome = shell.run(word);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).matches("mmaplab \\S+ \\(Java \\S+, .+\\)\n");
    }

    @Test
    void a_code_is_explained_however_it_is_written() {
        Outcome outcome = shell.run("explain", "e0201");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).startsWith("### E0201: an unknown key\n").contains("Wrong:", "Right:");
    }

    @Test
    void all_codes_are_listed() {
        Outcome outcome = shell.run("explain");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("E0101  the file can't be read\n", "W0209  ");
    }
}
