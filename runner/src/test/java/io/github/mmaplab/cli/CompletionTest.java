package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {

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

    /** A word {@code _} stands for one that has yet to be typed; bash takes words apart at an equals sign. */
    @ParameterizedTest
    @CsvSource({
        "_, run compare why fuzz check list grade regrade exercise export init schema explain completion help --help --version",
        "co, compare completion",
        "help in, init",
        "run --fa, --fail-fast",
        "fuzz --only m, memfd mprotect mremap msync madvise",
        "run --color _, auto always never",
        "run --color = a, auto always",
        "run --report _, text= junit= xunit= tap= json= jsonl= github= html=",
        "run --report junit = _, a b.scenario.yaml",
        "run --report junit =, a b.scenario.yaml",
        "run -j _, ''",
        "run b, b.scenario.yaml",
        "check _, a b.scenario.yaml",
        "explain W, W0209 W0708 W0711 W0712",
        "why _, a b.scenario.yaml",
        "why --l, --length",
        "completion z, zsh",
        "schema ex, exercise",
        "export _, c --help -h --tag --name -o --output --out-dir -v --verbose",
        "export c _, a b.scenario.yaml",
        "exercise ch, check",
        "exercise check _, a b.scenario.yaml",
        "exercise check --sam, --sample",
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
        assertThat(answer.split("\\s+")).containsExactlyInAnyOrder(offered.split(" "));
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

    @Test
    void zsh_understands_its_script() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/zsh")) || Files.exists(Path.of("/bin/zsh")), "there is no zsh here");
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
