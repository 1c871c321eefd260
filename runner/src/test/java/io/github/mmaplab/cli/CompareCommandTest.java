package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Shell.Outcome;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.kernel.machine.Trait;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code mmaplab compare}, where a simulated kernel with a mistake stands for that of the machine. */
class CompareCommandTest {
    private static final String FORK = """
            scenario: A child's store stays with the child
            tags: [fork]
            processes: { parent: { p: { sharing: private } } }
            steps:
              - write: { parent.p: hello }
              - fork: { parent: child }
              - write: { child.p: HELLO }
            expect: { parent.p: hello }
            """;

    private static final String READ_ONLY = """
            scenario: A store to read-only memory
            cases:
              - { prot: r }
              - { prot: none }
            processes: { alice: { p: { sharing: private, prot: <prot> } } }
            steps:
              - { write: { alice.p: HELLO }, raises: SIGSEGV }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @SuppressWarnings("NullAway.Init") // set below
    Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @Test
    void kernels_that_are_the_same_are_said_to_be() {
        shell.file("fork.scenario.yaml", FORK).file("prot.scenario.yaml", READ_ONLY);
        assertThat(shell.run("compare", "."))
                .isEqualTo(new Outcome(0, "✓ 2 scenarios the same on both kernels (3 runs)\n", ""));
        assertThat(shell.run("compare", ".", "-q")).isEqualTo(new Outcome(0, "", ""));
        assertThat(shell.run("compare", "fork.scenario.yaml", "-v").out()).isEqualTo("""
                        ✓ same A child's store stays with the child  fork.scenario.yaml:1
                        ✓ 1 scenario the same on both kernels
                        """);
    }

    @Test
    void an_outcome_that_differs_is_shown_with_both_sides() {
        shell.file("prot.yaml", READ_ONLY).without(Rule.PROTECTION_IS_ENFORCED);
        assertThat(shell.run("compare", "prot.yaml:3")).isEqualTo(new Outcome(1, """
                        ✗ DIFFERENT A store to read-only memory [row 1: prot=r]
                        error: the kernels differ at step 1 in the outcome of store
                         --> prot.yaml:7:7
                          |
                        7 |   - { write: { alice.p: HELLO }, raises: SIGSEGV }
                          |       ^^^^^ store
                          |
                          = simulated: raises SIGSEGV, SEGV_ACCERR at 0x100000000000 (the mapping is r-- and does not allow a store)
                          =     linux: succeeds
                          = process 0 is alice, with p at 0x100000000000

                        ✗ 1 scenario different
                        """, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "FORK_SEPARATES_PRIVATE, step 3, the bytes of the page at parent.p",
        "FORK_SHARES_PAGES, step 2, whether child.p is on the same page as parent.p",
        "FORK_INHERITS_MAPPINGS, step 2, the mappings of child",
        "PRIVATE_STORES_COPY, step 3, the bytes of the page at parent.p",
    })
    void what_can_be_seen_and_differs_is_named_in_the_words_of_the_scenario(Rule rule, String step, String aspect) {
        Outcome outcome = shell.file("fork.yaml", FORK).without(rule).run("compare", "fork.yaml", "--color=never");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("error: the kernels differ at " + step + " in " + aspect + "\n")
                .contains("simulated: ", "    linux: ");
    }

    @Test
    void what_is_expected_makes_no_difference_but_is_told() {
        shell.file("a.yaml", Shell.FAILING);
        Outcome outcome = shell.run("compare", "a.yaml");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .startsWith("! SAME, BUT NOT AS EXPECTED Another store is seen\nerror: alice.p: expected \"HULLO\"")
                .endsWith("✓ 1 scenario the same on both kernels\n");
        assertThat(shell.run("compare", "a.yaml", "-q")).isEqualTo(new Outcome(0, "", ""));
    }

    @Test
    void a_step_that_comes_to_something_else_does_not_end_the_comparison() {
        shell.file(
                "a.yaml",
                FORK.replace("  - fork", "  - { mprotect: parent.p, fails: EINVAL }\n  - fork")
                        .replace("mprotect: parent.p", "mprotect: { parent.p: r }"));
        assertThat(shell.without(Rule.FORK_INHERITS_MAPPINGS)
                        .run("compare", "a.yaml")
                        .out())
                .contains("✗ DIFFERENT");
    }

    @ParameterizedTest
    @CsvSource({
        "fork, 0, ✓ 1 scenario the same on both kernels",
        "fork invalid, 2, '✗ 1 file is not valid, 1 scenario the same on both kernels'",
        "large, 3, ! 1 scenario NOT COMPARED",
        "fork large, 0, '✓ 1 scenario the same on both kernels, 1 scenario NOT COMPARED'",
        "fork refused, 2, '✗ 1 scenario could not be played, 1 scenario the same on both kernels'",
        "nowhere, 2, ✗ 1 file is not valid",
    })
    void the_gravest_is_told(String files, int code, String summary) {
        shell.file("fork", FORK)
                .file("invalid", Shell.INVALID)
                .file("large", FORK.replace("tags:", "page-size: 65536\ntags:"))
                .file("refused", Shell.PASSING.replace("write: { alice.p: HELLO }", "munmap: alice.p + 2 pages"));
        Outcome outcome = shell.run(("compare " + files).split(" "));
        assertThat(outcome.code()).isEqualTo(code);
        assertThat(outcome.out()).endsWith(summary + "\n");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void what_could_not_be_compared_is_listed_once_with_the_reason() {
        String large = FORK.replace("tags:", "page-size: 65536\ntags:");
        shell.file("a.yaml", FORK).file("b.yaml", large).file("c.yaml", large.replace("child's", "grandchild's"));
        assertThat(shell.run("compare", "a.yaml", "b.yaml", "c.yaml").out()).isEqualTo("""
                        ! NOT COMPARED A child's store stays with the child
                        ! NOT COMPARED A grandchild's store stays with the child
                        ! not compared: whole scenarios (2 runs): the scenario needs pages of 65536 bytes; the pages of this machine have 4096
                        ✓ 1 scenario the same on both kernels, 2 scenarios NOT COMPARED
                        """);
    }

    @Test
    void scenarios_are_selected_as_for_run() {
        shell.file("a.scenario.yaml", FORK).file("b.scenario.yaml", Shell.PASSING);
        assertThat(shell.run("compare", ".", "--tag", "fork").out())
                .isEqualTo("✓ 1 scenario the same on both kernels\n");
        Outcome none = shell.run("compare", ".", "--name", "elsewhere");
        assertThat(none.code()).isEqualTo(3);
        assertThat(none.err()).startsWith("error: nothing is selected");
        assertThat(shell.run("compare").code()).isEqualTo(64);
    }

    @Test
    void a_machine_that_cannot_is_said_in_one_line() {
        shell.file("a.yaml", FORK).on(() -> {
            throw new UsageException("there is no C compiler here");
        });
        assertThat(shell.run("compare", "a.yaml"))
                .isEqualTo(new Outcome(64, "", "error: there is no C compiler here\n"));
    }

    @Test
    void kernels_are_compared_on_machines_that_lack_the_same() {
        shell.file("a.yaml", """
                scenario: Untouched memory is read from one page
                processes: { alice: { p: { sharing: private, length: 2 pages } } }
                steps: [ read: alice.p ]
                expect: { alice.p: { zeros: 1, same-page-as: alice.p + 1 page } }
                """).lacking(Rules.LINUX, Trait.ZERO_PAGE);
        assertThat(shell.run("compare", "a.yaml")).isEqualTo(new Outcome(0, """
                ! not compared: with an expectation (1 run): this machine has no shared zero page
                ✓ 1 scenario the same on both kernels
                """, ""));
        shell.file("prot.yaml", READ_ONLY).lacking(Rules.LINUX.without(Rule.PROTECTION_IS_ENFORCED), Trait.ZERO_PAGE);
        assertThat(shell.run("compare", "prot.yaml").code()).isEqualTo(1);
    }

    @Test
    void the_first_order_in_which_they_differ_is_named() {
        shell.file("race.yaml", """
                scenario: Who is first?
                processes: { parent: { p: { sharing: private } } }
                steps:
                  - write: { parent.p: xx }
                  - concurrently:
                      storing: [ write: { parent.p: AB } ]
                      forking: [ fork: { parent: child } ]
                expect: { parent.p: AB }
                """);
        assertThat(shell.run("compare", "race.yaml").out()).isEqualTo("✓ 1 scenario the same on both kernels\n");
        Outcome outcome = shell.without(Rule.FORK_SEPARATES_PRIVATE).run("compare", "race.yaml");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("✗ DIFFERENT Who is first? [in the order forking 1, storing 1]\n")
                .contains("error: the kernels differ at step 2 in the bytes of the page at child.p\n");
    }
}
