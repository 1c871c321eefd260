package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.tool.NeedsTool;
import io.github.mmaplab.tool.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The manual page tells everything, and programs that show such pages have nothing against it. */
class ManPageTest {
    static final Iterable<String> COMMANDS = Commands.NAMES;

    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern VARIABLE =
            Pattern.compile("(?:variable|getenv)\\(\\s*\"([A-Z_]+)\"|VARIABLE = \"([A-Z_]+)\"");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private String page() {
        Shell.Outcome outcome = new Shell(folder).run("man");
        assertThat(outcome.code()).isZero();
        return outcome.out();
    }

    /** Without what is for the formatter. */
    private String words() {
        return page().replaceAll("\\\\f[BIR]", "")
                .replace("\\-", "-")
                .replace("\\(aq", "'")
                .replace("\\(ga", "`")
                .replace("\\(ti", "~");
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void it_tells_of_every_command_what_help_tells(String name) {
        Command command = Commands.require(name);
        String words = words();
        assertThat(words).contains(".SS \"mmaplab " + name + "\"\n").containsIgnoringCase(command.summary());
        command.syntax().described().stream()
                .filter(option -> !option.name().equals("help"))
                .forEach(option ->
                        assertThat(words).contains("--" + option.name()).contains(option.description()));
        for (String line : command.details().split("\n", -1)) {
            assertThat(words).contains(line.strip());
        }
    }

    @Test
    void it_tells_every_exit_code() {
        String page = page();
        for (ExitCode code : ExitCode.values()) {
            assertThat(page).contains(".TP\n\\fB" + code.number() + "\\fR\n");
        }
    }

    @Test
    void it_tells_of_every_variable_that_is_read() throws IOException {
        Set<String> read = new TreeSet<>(Set.of("MMAPLAB_JAVA"));
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".java"))::iterator) {
                Matcher variable = VARIABLE.matcher(Files.readString(file));
                while (variable.find()) {
                    read.add(variable.group(1) == null ? variable.group(2) : variable.group(1));
                }
            }
        }
        assertThat(read).contains("NO_COLOR", "XDG_CACHE_HOME", "MMAPLAB_SECRET");
        String words = words();
        assertThat(read).allSatisfy(name -> assertThat(words).contains(".TP\n" + name + "\n"));
    }

    private String judge(String... command) throws IOException, InterruptedException {
        Path page = Files.writeString(folder.resolve("mmaplab.1"), page());
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(page.toFile())
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    @Test
    @NeedsTool(Tool.MANDOC)
    void mandoc_misses_nothing_but_a_date() throws Exception {
        assertThat(judge("mandoc", "-Tlint", "-Wwarning").lines())
                .containsExactly("mandoc: <stdin>:1:15: WARNING: missing date, using \"\": TH");
        assertThat(judge("mandoc", "-Tutf8"))
                .contains("E\bEX\bXI\bIT\bT S\bST\bTA\bAT\bTU\bUS\bS")
                .contains("mmaplab run scenarios/fork --tag 'private and not anonymous' --fail-fast");
    }

    @Test
    @NeedsTool(Tool.GROFF)
    void groff_has_nothing_against_it() throws Exception {
        assertThat(judge("groff", "-man", "-ww", "-z", "-Tutf8")).isEmpty();
    }

    @Test
    void there_is_one_page_of_all_commands() {
        Shell.Outcome outcome = new Shell(folder).run("man", "run");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).isEqualTo("""
                        error: there is one manual page for all commands, and none for `run`
                          = help: write `mmaplab help run` for one command
                        """);
    }
}
