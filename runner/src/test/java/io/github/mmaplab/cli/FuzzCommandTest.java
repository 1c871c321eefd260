package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Shell.Outcome;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuzzCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @Test
    void a_campaign_without_a_difference_tells_what_it_exercised() {
        Outcome outcome = new Shell(folder).run("fuzz", "--count", "300", "-j", "2");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .startsWith("300 scenarios, ")
                .contains("no difference")
                .containsPattern("\nmremap +ok [0-9]+, ")
                .contains("\nnever in sequence: ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_difference_is_written_as_a_scenario_that_fails_until_it_is_mended() {
        Shell shell = new Shell(folder).without(Rule.FORK_SEPARATES_PRIVATE);
        Outcome outcome = shell.run("fuzz", "-n", "500", "-j", "1", "--out", "found/here");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .containsPattern("scenario [0-9]+: the kernels differ in ")
                .contains("found/here/fuzz-1-", ": 1 difference\n");
        assertThat(shell.run("check", "found").code()).isZero();
        assertThat(shell.run("run", "found").code()).isEqualTo(1);
        assertThat(shell.run("run", "found", "--on", "linux").code()).isZero();
    }

    @Test
    void branches_run_at_once() {
        Shell shell = new Shell(folder).on(() -> new RacingKernel(Rules.LINUX));
        Outcome outcome = shell.run("fuzz", "--parallel", "20", "-n", "60");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .containsPattern("[0-9]+ scenarios, [0-9]+ a second, 20 runs of each: [0-9]+ of [0-9]+ predicted")
                .contains(" outcomes seen, and nothing that is not predicted\n");
        shell.on(() -> new RacingKernel(Rules.LINUX.without(Rule.PRIVATE_STORES_COPY)));
        Outcome wrong = shell.run("fuzz", "--parallel", "20", "-n", "200", "--out", "found");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.out())
                .contains("seen and not predicted: in ", "NOT PREDICTED", "  found/fuzz-parallel-1-")
                .contains("and 1 scenario shows what is not predicted\n");
        assertThat(shell.run("check", "found").code()).isZero();
    }

    @Test
    void concurrent_scenarios_are_played_in_some_of_their_orders() {
        Shell shell = new Shell(folder);
        Outcome outcome = shell.run("fuzz", "--orders", "-n", "40");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .containsPattern("40 scenarios, [0-9]+ a second, [0-9]{2,} orders, [0-9,]+ steps: no difference\n")
                .containsPattern("\nstore +ok [0-9]+, ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_difference_in_an_order_is_written_with_the_order() throws Exception {
        Shell shell = new Shell(folder).without(Rule.TRUNCATION_TAKES_COPIES);
        Outcome outcome = shell.run("fuzz", "--orders", "-n", "400", "--out", "found");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .containsPattern("scenario [0-9]+: the kernels differ in ")
                .contains("  found/fuzz-orders-1-", ": 1 difference\n");
        assertThat(shell.run("check", "found").code()).isZero();
        String order = written("found").replaceFirst("(?s).* differ in the order ([abc,]+)\\.\n.*", "$1");
        assertThat(order).matches("[abc](,[abc])+");
        assertThat(shell.run("why", "left.s", "--order", order, "found/" + name("found"))
                        .err())
                .doesNotContain("order");
    }

    private String name(String in) throws IOException {
        try (var files = Files.list(folder.resolve(in))) {
            return files.findFirst().orElseThrow().getFileName().toString();
        }
    }

    private String written(String in) throws IOException {
        return Files.readString(folder.resolve(in).resolve(name(in)));
    }

    @Test
    void the_same_command_finds_the_same() throws Exception {
        Shell shell = new Shell(folder).without(Rule.DONTNEED_DROPS_COPIES);
        shell.run("fuzz", "-n", "3000", "-j", "1", "--out", "a", "--seed", "-4");
        shell.run("fuzz", "-n", "3000", "-j", "1", "--out", "b", "--seed", "-4");
        try (var files = Files.list(folder.resolve("a"))) {
            assertThat(files)
                    .hasSize(1)
                    .allSatisfy(file -> assertThat(file)
                            .hasSameTextualContentAs(folder.resolve("b").resolve(file.getFileName())));
        }
    }

    @Test
    void a_campaign_that_goes_on_writes_one_of_each_kind() {
        Shell shell = new Shell(folder).without(Rule.PAST_THE_END_IS_SIGBUS);
        Outcome outcome = shell.run("fuzz", "-n", "100", "-j", "2", "--keep-going", "--only", "files");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("100 scenarios, ");
        assertThat(folder.toFile().list()).hasSizeGreaterThan(1);
    }

    @Test
    void a_terminal_is_told_how_fast_it_goes() {
        Outcome outcome = new Shell(folder).onTerminal().slow(400_000_000).run("fuzz", "--time", "20s");
        assertThat(outcome.err()).containsPattern("played [0-9,]+ scenarios?, [0-9]+ a second");
        assertThat(outcome.out()).contains("no difference");
    }

    @Test
    void a_machine_that_cannot_be_used_is_said_at_once() {
        Outcome outcome = new Shell(folder)
                .on(() -> {
                    throw new UsageException("scenarios can't be played on this machine's kernel: there is no `cc`");
                })
                .run("fuzz");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("there is no `cc`");
    }

    @ParameterizedTest
    @CsvSource({
        "--seed, x1, a whole number",
        "--seed, 99999999999999999999, a whole number",
        "--count, 0, at least 1",
        "--time, 1d, '90s, 10m or 2h'",
        "--shard, 5/4, not a number from 1 to 4",
        "--shard, 0/4, not a number from 1 to 4",
        "--only, 'fork,forc', did you mean `fork`",
        "--only, '', there is no feature",
        "--jobs, 0, from 1 to",
        "--orders, --parallel=3, 'choose one'",
        "file.yaml, --seed=1, mmaplab compare file.yaml",
    })
    void a_wrong_command_line_is_explained(String option, String value, String said) {
        Outcome outcome = new Shell(folder).run("fuzz", option, value);
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).startsWith("error: ").contains(said);
    }

    @Test
    void a_folder_that_cannot_be_made_is_said_at_once() {
        Outcome outcome = new Shell(folder).file("taken", "").run("fuzz", "--out", "taken/there");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("`--out taken/there` can't be made");
    }
}
