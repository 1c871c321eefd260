package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Shell.Outcome;
import io.github.mmaplab.kernel.machine.Rule;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code mmaplab bless}. */
class BlessCommandTest {
    private static final String STORY = """
            scenario: Alice has a copy   # of one page
            files: { data.txt: hello }
            processes:
              alice:
                p: { file: data.txt, sharing: private }
              bob:
                q: { file: data.txt, sharing: shared, prot: r }
            steps:
              - write: { alice.p: HELLO }
            expect:
              PLACE
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

    private Outcome bless(String text, String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "bless";
        words[1] = "a.yaml";
        System.arraycopy(options, 0, words, 2, options.length);
        return shell.file("a.yaml", text).run(words);
    }

    private static String story(String place) {
        return STORY.replace("PLACE", place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "alice.p:|alice.p: HELLO",
                "alice.p:   # why|alice.p: HELLO   # why",
                "bob.q+5:|bob.q+5: { zeros: 5 }",
                "bob.q + 1 page:|bob.q + 1 page: { raises: SIGSEGV }",
                "alice.p: { text: , prot: , sharing: }|alice.p: { text: HELLO, prot: rw, sharing: private }",
                "alice.p: { hex: }|alice.p: { hex: \"48 45 4c 4c 4f\" }",
                "alice.p: { mapped: , resident:, locked: }|alice.p: { mapped: true, resident: true, locked: false }",
                "bob.q: { raises: }|bob.q: { raises: none }",
                "data.txt: { size: }|data.txt: { size: 5 }",
                "data.txt+4:|data.txt+4: o",
                "bob: { alive: }|bob: { alive: true }",
                "memory: { pages: , copies: }|memory: { pages: 2, copies: 1 }",
                "bob: { maps: }"
                        + "|bob: { maps: [{ at: q, length: 1 page, perms: r--s, file: data.txt, offset: 0 }] }",
            })
    void what_is_left_open_is_filled_in_and_nothing_else_changes(String open, String blessed) {
        Outcome outcome = bless(story(open));
        assertThat(outcome.err()).isEmpty();
        assertThat(shell.text("a.yaml")).isEqualTo(story(blessed));
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("\n-  " + open + "\n").contains("\n+  " + blessed + "\n");
        assertThat(shell.run("run", "a.yaml").code()).isZero();
        assertThat(shell.run("bless", "a.yaml"))
                .isEqualTo(new Outcome(0, "a.yaml: nothing to bless: every expectation holds\n", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "alice.p: hello|alice.p: HELLO",
                "alice.p: { text: hello }   # x|alice.p: { text: HELLO }   # x",
                "alice.p: 'hello'|alice.p: HELLO",
                "alice.p: { zeros: 5 }|alice.p: { text: HELLO }",
                "bob.q+4: 'oo'|bob.q+4: { hex: \"6f 00\" }",
                "bob.q+5: { text: oo }|bob.q+5: { zeros: 2 }",
                "alice.p: { same-page-as: bob.q }|alice.p: { not-same-page-as: bob.q }",
                "alice.p: { raises: { signal: SIGBUS } }|alice.p: { raises: none }",
                "bob.q+1 page: { raises: { signal: SIGBUS } }"
                        + "|bob.q+1 page: { raises: { signal: SIGSEGV, code: SEGV_MAPERR } }",
                "data.txt: { size: 1 page }|data.txt: { size: 5 }",
                "data.txt: he|data.txt: hello",
                "data.txt: { text: hello, on-disk: h }|data.txt: { text: hello, on-disk: hello }",
                "data.txt+0: He|data.txt+0: he",
            })
    void what_is_stated_is_corrected_if_that_is_wanted_only(String stated, String blessed) {
        Outcome refused = bless(story(stated));
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("is not what is seen").contains("--replace");
        assertThat(shell.text("a.yaml")).isEqualTo(story(stated));

        assertThat(bless(story(stated), "--replace", "--dry-run").code()).isZero();
        assertThat(shell.text("a.yaml")).isEqualTo(story(stated));
        assertThat(bless(story(stated), "--replace").err()).isEmpty();
        assertThat(shell.text("a.yaml")).isEqualTo(story(blessed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "write: { bob.q: x }, raises:|write: { bob.q: x }, raises: SIGSEGV",
                "write: { bob.q: x }, dies:|write: { bob.q: x }, dies: SIGSEGV",
                "write: { bob.q+1 page: x }, raises: SIGBUS|write: { bob.q+1 page: x }, raises: SIGSEGV",
                "munmap: { bob.q+1: 1 }, fails:|munmap: { bob.q+1: 1 }, fails: EINVAL",
                "munmap: { bob.q+1: 1 }, fails: ENOMEM|munmap: { bob.q+1: 1 }, fails: EINVAL",
                "munmap: { bob.q: 1 }, fails: EINVAL|munmap: { bob.q: 1 }, fails: none",
            })
    void so_are_outcomes_of_steps(String open, String blessed) {
        String text = story("alice.p: HELLO").replace("steps:\n", "steps:\n  - { STEP }\n");
        assertThat(bless(text.replace("STEP", open), "--replace").err()).isEmpty();
        assertThat(shell.text("a.yaml")).isEqualTo(text.replace("STEP", blessed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "alice.p: { one-of: [a, b] }|decide yourself",
                "data.txt+5: x|there are no bytes here",
                "bob: { exit-code: }|has no `exit-code`",
                "bob.q+1 page: { prot: }|has no `prot`: it is not mapped",
            })
    void what_cannot_be_said_is_refused(String place, String why) {
        Outcome outcome = bless(story(place), "--replace");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains(why);
        assertThat(shell.text("a.yaml")).isEqualTo(story(place));
    }

    @Test
    void a_file_that_goes_on_far_away_is_refused() {
        String text = story("data.txt: hello").replace("steps:\n", "steps:\n  - write: { data.txt + 1 page: X }\n");
        Outcome outcome = bless(text, "--replace");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("`data.txt` continues too far away")
                .contains("expect the places one by one: `data.txt+0`");
        assertThat(shell.text("a.yaml")).isEqualTo(text);
    }

    @Test
    void a_step_that_says_nothing_is_not_made_to() {
        Outcome outcome = bless(story("alice.p:").replace("write: { alice.p: HELLO }", "write: { bob.q: HELLO }"));
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("it raises SIGSEGV").contains("write `fails:` or `raises:` under the step");
    }

    @Test
    void a_value_from_a_row_is_corrected_in_the_row() {
        String text = """
                scenario: What bob sees of a <sharing> write is <sees>
                cases:
                  - { sharing: private, sees: }
                  - { sharing: shared,  sees: hello }
                files: { data.txt: hello }
                processes:
                  alice: { p: { file: data.txt, sharing: <sharing> } }
                  bob: { q: { file: data.txt, sharing: shared } }
                steps:
                  - write: { alice.p: HELLO }
                expect: { bob.q: <sees> }
                """;
        assertThat(bless(text).code()).isEqualTo(1);
        assertThat(bless(text, "--replace").err()).isEmpty();
        assertThat(shell.text("a.yaml"))
                .isEqualTo(text.replace("sees: }", "sees: hello }").replace("sees: hello }\nf", "sees: HELLO }\nf"));

        String one =
                text.replace("sees: }", "sees: x }").replace("{ bob.q: <sees> }", "{ bob.q: hello, alice.p: <sees> }");
        assertThat(bless(one, "--replace").err()).contains("the cases do not all see the same here");
        String used = text.replace("sees: }", "sees: x }").replace("alice.p: HELLO", "alice.p: <sees>");
        assertThat(bless(used, "--replace").err()).contains("is also used in the story");
    }

    @Test
    void what_is_concurrent_is_not_blessed() {
        String text = story("bob.q:")
                .replace("  - write: { alice.p: HELLO }", "  - concurrently: { a: [read: alice.p], b: [read: bob.q] }");
        assertThat(bless(text).err()).contains("may depend on the order");
        assertThat(shell.text("a.yaml")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CI", "GITHUB_ACTIONS", "GITLAB_CI", "JENKINS_URL"})
    void nothing_is_blessed_in_ci(String variable) {
        Outcome outcome = new Shell(folder)
                .with(variable, "true")
                .file("a.yaml", story("alice.p:"))
                .run("bless", "a.yaml", "--replace");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("does nothing in CI, and the variable " + variable + " says");
        assertThat(shell.text("a.yaml")).isEqualTo(story("alice.p:"));
    }

    @Test
    void the_kernel_of_the_machine_can_be_asked() {
        shell.without(Rule.PRIVATE_STORES_COPY);
        assertThat(bless(story("bob.q:"), "--on", "linux").code()).isZero();
        assertThat(shell.text("a.yaml")).isEqualTo(story("bob.q: HELLO"));
    }

    @Test
    void files_that_are_no_scenarios_are_told_so() {
        assertThat(bless(Shell.INVALID).code()).isEqualTo(2);
        assertThat(bless(story("alice.p: { same-page-as: }")).code()).isEqualTo(2);
        assertThat(bless("a: [").err()).contains("E0109");
        assertThat(shell.run("bless", "none.yaml").code()).isEqualTo(2);
        assertThat(shell.run("bless").code()).isEqualTo(64);
    }
}
