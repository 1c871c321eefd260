package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.tool.NeedsTool;
import io.github.mmaplab.tool.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
    /** A key writes the line to a file and empties it. Typed is when the line before has been seen, or after 20 s. */
    private static final String TYPE_AT_ZSH = """
            zmodload zsh/zpty zsh/zselect
            zpty z zsh -f -i
            await() {
                local said i
                for ((i = 0; i < 400; i++)); do
                    while zpty -r -t z said; do :; done
                    [[ -f seen ]] && (($(wc -l <seen) >= $1)) && return
                    zselect -t 5
                done
                exit 1
            }
            zpty -w z "PS1=; show() { print -r -- \\"\\$BUFFER\\" >>seen; BUFFER=; }; zle -N show; bindkey '^X^X' show"
            zpty -w z "autoload -Uz compinit; compinit -D -u; source ./_mmaplab; print ready >>seen"
            await 1
            typed=1
            for words; do
                zpty -n -w z "mmaplab $words"$'\\t\\x18\\x18'
                await $((++typed))
            done
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.strip();
    }

    /** Offered words; {@code COMMANDS} stands for the first words of all commands. */
    private static String[] words(String offered) {
        String all = offered.replace("COMMANDS", String.join(" ", Commands.firstWords()));
        return all.isEmpty() ? new String[0] : all.split(" ");
    }

    /** A word {@code _} stands for one that has yet to be typed; bash takes words apart at an equals sign. */
    @ParameterizedTest
    @CsvSource({
        "_, COMMANDS help --help --version",
        "co, compare completion",
        "help in, init",
        "run --fa, --fail-fast",
        "fuzz --only m, memfd mprotect mremap msync madvise mseal",
        "run --color _, auto always never",
        "run --color = a, auto always",
        "run --report _, text= junit= xunit= tap= tap13= json= jsonl= github= html=",
        "run --report junit = _, a b.scenario.yaml",
        "run --report junit =, a b.scenario.yaml",
        "run -j _, ''",
        "run b, b.scenario.yaml",
        "check _, a b.scenario.yaml",
        "explain W, W0209 W0708 W0711 W0712",
        "why _, a b.scenario.yaml",
        "why --l, --length",
        "completion z, zsh",
        "man _, --help -h -v --verbose",
        "schema ex, exercise",
        "export _, c order --help -h --tag --name -o --output --out-dir --order -v --verbose",
        "export c _, a b.scenario.yaml",
        "exercise ch, check",
        "exercise check _, a b.scenario.yaml",
        "exercise check --sam, --sample",
        "exercise sheet --out _, a b.scenario.yaml",
        "export c -o b, b.scenario.yaml",
        "grade --feedback k, key",
    })
    void bash_offers_what_fits(String words, String offered) throws Exception {
        Files.createDirectory(folder.resolve("a"));
        Files.createFile(folder.resolve("b.scenario.yaml"));
        String script = new Shell(folder).run("completion", "bash").out();
        String line = "mmaplab " + words.replace("_", "''");
        String answer = output(
                "bash",
                "--norc",
                "-c",
                script + "\ncompopt() { :; }\nCOMP_WORDS=(" + line + ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n"
                        + "_mmaplab\nprintf '%s\\n' \"${COMPREPLY[@]}\" | sort");
        assertThat(words(answer.replaceAll("\\s+", " "))).containsExactlyInAnyOrder(words(offered));
    }

    @Test
    void bash_keeps_a_name_with_a_space_whole() throws Exception {
        Files.createFile(folder.resolve("two words"));
        String script = new Shell(folder).run("completion", "bash").out();
        assertThat(output(
                        "bash",
                        "--norc",
                        "-c",
                        script + "\ncompopt() { :; }\nCOMP_WORDS=(mmaplab run tw)\nCOMP_CWORD=2\n_mmaplab\n"
                                + "printf '<%s>' \"${COMPREPLY[@]}\""))
                .isEqualTo("<two words>");
    }

    /** Asks fish itself; what it says of each word stands behind a tab. */
    @ParameterizedTest
    @NeedsTool(Tool.FISH)
    @CsvSource({
        "'', COMMANDS help",
        "ru, run",
        "'help in', init",
        "'exercise ', check rehearse sheet key export package autograde",
        "'exercise ch', check",
        "'exercise check --sam', --sample",
        "'exercise check ', a/ b.scenario.yaml",
        "'run ', a/ b.scenario.yaml",
        "'run -v b', b.scenario.yaml",
        "'run --fa', --fail-fast",
        "'run --color ', auto always never",
        "'run --color=a', --color=always --color=auto",
        "'run --report ju', junit=",
        "'run --report junit=b', junit=b.scenario.yaml",
        "'run -j ', ''",
        "'fuzz --only m', memfd mprotect mremap msync madvise mseal",
        "'explain E0201', E0201",
        "'completion f', fish",
        "'schema ex', exercise",
        "'schema exercise ', ''",
        "'export c ', a/ b.scenario.yaml",
        "'export c -o b', b.scenario.yaml",
        "'man ', ''",
        "'--', --help --version",
    })
    void fish_offers_what_fits(String words, String offered) throws Exception {
        Files.createDirectory(folder.resolve("a"));
        Files.createFile(folder.resolve("b.scenario.yaml"));
        String script = new Shell(folder).run("completion", "fish").out();
        String answer = output("fish", "--no-config", "-c", script + "complete -C'mmaplab " + words + "'");
        assertThat(answer.lines().map(line -> line.replaceFirst("\t.*", "")).toList())
                .containsExactlyInAnyOrder(words(offered));
    }

    @Test
    @NeedsTool(Tool.FISH)
    void fish_says_what_each_word_does() throws Exception {
        String script = new Shell(folder).run("completion", "fish").out();
        for (String name : Commands.NAMES) {
            assertThat(output("fish", "--no-config", "-c", script + "complete -C'mmaplab " + name + "'"))
                    .isEqualTo(name.substring(name.indexOf(' ') + 1) + "\t"
                            + Commands.require(name).summary());
        }
    }

    /** Types words and the tab key at a zsh on a terminal of its own, and looks at what became of the line. */
    @Test
    @NeedsTool(Tool.ZSH)
    void zsh_completes_what_is_typed() throws Exception {
        Files.createFile(folder.resolve("b.scenario.yaml"));
        Files.writeString(
                folder.resolve("_mmaplab"),
                new Shell(folder).run("completion", "zsh").out());
        Files.writeString(folder.resolve("type.zsh"), TYPE_AT_ZSH);
        output(
                "zsh",
                "-f",
                "type.zsh",
                "ru",
                "exercise ch",
                "exercise check --sam",
                "run --fail-f",
                "run --report jun",
                "run b.sc",
                "export c -o b.s",
                "grade --feedback w",
                "completion f");
        assertThat(Files.readAllLines(folder.resolve("seen")))
                .containsExactly(
                        "ready",
                        "mmaplab run ",
                        "mmaplab exercise check ",
                        "mmaplab exercise check --sample ",
                        "mmaplab run --fail-fast ",
                        "mmaplab run --report junit=",
                        "mmaplab run b.scenario.yaml ",
                        "mmaplab export c -o b.scenario.yaml ",
                        "mmaplab grade --feedback why ",
                        "mmaplab completion fish ");
    }

    @Test
    @NeedsTool(Tool.ZSH)
    void zsh_understands_its_script() throws Exception {
        Files.writeString(
                folder.resolve("_mmaplab"),
                new Shell(folder).run("completion", "zsh").out());
        assertThat(output("zsh", "-f", "-n", "_mmaplab")).isEmpty();
        assertThat(output(
                        "zsh",
                        "-f",
                        "-c",
                        "autoload -Uz compinit && compinit -D -u && source ./_mmaplab && whence -w _mmaplab"))
                .isEqualTo("_mmaplab: function");
    }

    @Test
    void zsh_is_told_of_every_command_and_option() {
        String script = new Shell(folder).run("completion", "zsh").out();
        assertThat(script).contains(Commands.firstWords()).contains(Commands.inGroup("exercise"));
        for (String name : Commands.NAMES) {
            Commands.require(name)
                    .syntax()
                    .described()
                    .forEach(option -> assertThat(script).contains("--" + option.name()));
        }
    }
}
