package io.github.mmaplab.assertj;

import static io.github.mmaplab.abi.Signal.SIGBUS;
import static io.github.mmaplab.abi.Signal.SIGSEGV;
import static io.github.mmaplab.assertj.MmaplabAssertions.assertThat;
import static io.github.mmaplab.assertj.MmaplabAssertions.assertThatScenario;
import static io.github.mmaplab.assertj.MmaplabSoftAssertions.softly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.lab.Machine;
import io.github.mmaplab.lab.Mapping;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.error.AssertJMultipleFailuresError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

class MmaplabAssertionsTest {
    private static final String HEAD = """
            scenario: A private mapping
            files: { data.txt: hello }
            processes: { bob: { q: { file: data.txt, sharing: private } } }
            """;

    private static AssertionFailedError failed(ThrowingCallable assertion) {
        return catchThrowableOfType(AssertionFailedError.class, assertion);
    }

    @Nested
    class A_scenario_file {
        @TempDir
        private Path folder = Path.of("");

        private Path file(String text) throws IOException {
            return Files.writeString(folder.resolve("one.scenario.yaml"), text);
        }

        private Path failing() throws IOException {
            return file(HEAD + "expect: { bob.q: HELLO, data.txt: hello }\n");
        }

        private Path three() throws IOException {
            return file(HEAD + "expect: { bob.q: hello }\n---\n"
                    + HEAD + "expect: { bob.q: HELLO }\n---\n"
                    + HEAD + "expect: { data.txt: HELLO }\n");
        }

        @Test
        void passes() throws IOException {
            Path file = file(HEAD + "expect: { bob.q: hello }\n");
            assertThatScenario(file).passes();
            assertThatThrownBy(() -> assertThatScenario(file).fails())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage(file + ": expected to fail, but its scenario passes");
        }

        @Test
        void that_does_not_pass_tells_the_story_of_the_report() throws IOException {
            Path file = failing();
            AssertionFailedError failed = failed(() -> assertThatScenario(file).passes());
            assertThat(failed)
                    .hasMessageStartingWith("bob.q: expected \"HELLO\", but it holds \"hello\"\n --> " + file + ":4:")
                    .hasMessageContaining("4 | expect: { bob.q: HELLO, data.txt: hello }")
                    .hasMessageContaining(
                            "= so: bob.q is private and has no copy of its own: it shows page 0 of data.txt");
            assertThat(failed.getExpected().getValue()).isEqualTo("HELLO");
            assertThat(failed.getActual().getValue()).isEqualTo("hello");
        }

        @Test
        void fails_at_a_place_for_a_reason() throws IOException {
            assertThatScenario(failing())
                    .fails()
                    .at("bob.q")
                    .atStep(1)
                    .because("it holds \"hello\"")
                    .because("data.txt begins with these bytes");
        }

        @Test
        void fails_elsewhere_and_for_other_reasons() throws IOException {
            Path file = failing();
            assertThatThrownBy(() -> assertThatScenario(file).fails().at("data.txt"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("expected a failure at data.txt, but the failures are:\nbob.q: expected");
            assertThatThrownBy(() -> assertThatScenario(file).fails().atStep(2))
                    .hasMessageStartingWith("expected a failure at step 2, but");
            assertThatThrownBy(() -> assertThatScenario(file).fails().because("moon"))
                    .hasMessageStartingWith("expected a failure with the message \"moon\", but");
        }

        @Test
        void has_a_reason_for_each_place() throws IOException {
            Path file = file(HEAD + "expect: { bob.q: HELLO, data.txt: { size: 6 } }\n");
            assertThatScenario(file).fails().at("data.txt").because("it is 5");
            assertThatThrownBy(
                            () -> assertThatScenario(file).fails().at("bob.q").because("it is 5"))
                    .hasMessageContaining("but the failures are:\nbob.q: ")
                    .hasMessageNotContaining("data.txt: expected");
        }

        @Test
        void is_one_scenario_at_a_line() throws IOException {
            Path file = three();
            assertThatScenario(file, 1).passes();
            assertThatScenario(file + ":4").passes();
            assertThatScenario(file + ":6").fails().at("bob.q");
            assertThatScenario(file, 11).fails().at("data.txt");
            assertThatThrownBy(() -> assertThatScenario(file, 99).passes())
                    .hasMessageContaining("there is no line 99 in this file, which has 14");
            assertThatIllegalArgumentException().isThrownBy(() -> assertThatScenario(file, 0));
        }

        @Test
        void of_several_scenarios_tells_all_that_fail() throws IOException {
            Path file = three();
            AssertionFailedError failed = failed(() -> assertThatScenario(file).passes());
            assertThat(failed)
                    .hasMessageStartingWith("2 scenarios fail\n\nA private mapping\nbob.q: expected")
                    .hasMessageContaining("\n\nA private mapping\ndata.txt: expected");
            assertThat(failed.getExpected().getValue())
                    .isEqualTo("A private mapping\nHELLO\nA private mapping\nHELLO\n");
            assertThatScenario(file).fails().at("bob.q");
            assertThatScenario(file).fails().at("data.txt");
        }

        @Test
        void is_invalid_with_a_message_and_a_code() throws IOException {
            Path file = file(HEAD.replace("sharing", "shring") + "expect: { bob.q: hello }\n");
            assertThatScenario(file)
                    .isInvalid()
                    .withMessage("shring")
                    .withCode("E0201")
                    .atLine(3);
            assertThatThrownBy(() -> assertThatScenario(file)
                            .isInvalid()
                            .withMessage("shring")
                            .withCode("E0101"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith(
                            "expected a problem that has the code E0101, but the problems are:\nerror[E0201]");
            assertThatThrownBy(() -> assertThatScenario(file).isInvalid().withMessage("moon"))
                    .hasMessageStartingWith("expected a problem that says \"moon\", but");
            assertThatThrownBy(() -> assertThatScenario(file).isInvalid().atLine(4))
                    .hasMessageStartingWith("expected a problem that is at line 4, but");
        }

        @Test
        void that_is_invalid_neither_passes_nor_fails() throws IOException {
            Path file = file("scenario: Nothing\n");
            assertThatThrownBy(() -> assertThatScenario(file).passes())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith(file + " is not a valid scenario file\nerror[E0202]: ");
            assertThatThrownBy(() -> assertThatScenario(file).fails())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith(file + " is not a valid scenario file\n");
            Path missing = folder.resolve("missing.yaml");
            assertThatThrownBy(() -> assertThatScenario(missing).passes()).hasMessageContaining("E0101");
            assertThatScenario(missing).isInvalid().withCode("E0101");
        }

        @Test
        void that_cannot_be_played_does_not_fail() throws IOException {
            Path file = file(HEAD + "steps: [ munmap: bob.q + 9 pages ]\nexpect: { bob.q: HELLO }\n");
            String message = "expected to fail, but it can't be played\nbob.q + 9 pages is past the end";
            assertThatThrownBy(() -> assertThatScenario(file).fails())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith(message);
            Scenario scenario = InputFiles.scenarios(file, "one").scenarios().get(0);
            assertThatThrownBy(() -> assertThat(scenario).fails()).hasMessageStartingWith(message);
            assertThatThrownBy(() -> assertThat(scenario).passes()).hasMessageStartingWith("bob.q + 9 pages is");
        }

        @Test
        void that_is_valid_is_not_invalid() throws IOException {
            Path file = failing();
            assertThatThrownBy(() -> assertThatScenario(file).isInvalid())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage(file + ": expected not to be a valid scenario file, but it is one");
        }
    }

    @Nested
    class A_machine {
        private final Machine machine = Machine.create().file("data.txt", "hello");

        @BeforeEach
        void two_processes_map_the_file() {
            machine.process("alice").mmap("p", Mapping.privateFile("data.txt"));
            machine.process("bob").mmap("q", Mapping.sharedFile("data.txt"));
        }

        private void refuses(ThrowingCallable assertion, String message) {
            assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageStartingWith(message);
        }

        private MappingAssert p() {
            return assertThat(machine).process("alice").mapping("p");
        }

        @Test
        void shows_what_its_processes_read() {
            p().reads("hello")
                    .reads(new Content.Text("hell"))
                    .sharesPageWith("bob.q")
                    .isReadable();
            refuses(() -> p().reads("HELLO"), "alice.p: expected \"HELLO\", but it holds \"hello\"\n");
            refuses(
                    () -> p().doesNotSharePageWith("bob.q"),
                    "alice.p: expected a different page from bob.q, but both are on");
            machine.process("alice").write("p", "HELLO");
            p().reads("HELLO").doesNotSharePageWith("bob.q");
            refuses(() -> p().sharesPageWith("bob.q"), "alice.p: expected the same page as bob.q, but it is on");
        }

        @Test
        void gives_both_sides_to_the_ide() {
            AssertionFailedError failed = failed(() -> p().reads("HELLO"));
            assertThat(failed.getExpected().getValue()).isEqualTo("HELLO");
            assertThat(failed.getActual().getValue()).isEqualTo("hello");
        }

        @Test
        void shows_the_call_that_decides() {
            machine.process("bob").write("q", "HELLO");
            assertThatThrownBy(() -> p().reads("hello"))
                    .hasMessageContaining("write: { bob.q: \"HELLO\" }")
                    .hasMessageContaining("step 3: bob stores \"HELLO\" at q");
        }

        @Test
        void shows_its_mappings() {
            p().isMapped().isPrivate().hasProtection("rw").isResident();
            assertThat(machine).process("bob").mapping("q").isShared();
            refuses(() -> p().isNotMapped(), "alice.p: expected mapped: false, but it is true");
            refuses(() -> p().isShared(), "alice.p: expected sharing: shared, but it is private");
            refuses(() -> p().hasProtection("r"), "alice.p: expected prot: r, but it is rw");
            refuses(() -> p().isNotResident(), "alice.p: expected resident: false, but it is true");
            machine.process("alice").munmap("p");
            p().isNotMapped().raises(SIGSEGV);
            refuses(() -> p().isMapped(), "alice.p: expected mapped: true, but it is false");
            refuses(() -> p().raises(SIGBUS), "alice.p: expected raises: SIGBUS, but");
            refuses(() -> p().isReadable(), "alice.p: expected raises: none, but");
        }

        @Test
        void shows_its_files() {
            assertThat(machine).file("data.txt").contains("hello").hasSize(5).hasOnDisk("hello");
            assertThat(machine).file("data.txt+1").contains(new Content.Text("ello"));
            refuses(() -> assertThat(machine).file("data.txt").contains("HELLO"), "data.txt: expected \"HELLO\"");
            refuses(() -> assertThat(machine).file("data.txt").hasSize(6), "data.txt: expected size: 6, but it is 5");
            machine.file("data.txt").write("HELLO");
            refuses(() -> assertThat(machine).file("data.txt").hasOnDisk("HELLO"), "data.txt: expected \"HELLO\"");
            machine.file("data.txt").sync();
            assertThat(machine).file("data.txt").hasOnDisk("HELLO");
        }

        @Test
        void shows_its_processes_and_its_memory() {
            assertThat(machine).hasCopiedPages(0);
            machine.process("alice").write("p", "x").exit(3);
            assertThat(machine).hasCopiedPages(1).process("alice").hasExited(3);
            refuses(() -> assertThat(machine).hasCopiedPages(2), "memory: expected copies: 2, but it is 1");
            refuses(() -> assertThat(machine).usesPages(99), "memory: expected pages: 99, but it is");
            refuses(
                    () -> assertThat(machine).process("alice").isAlive(),
                    "alice: expected alive: true, but it is false");
            refuses(() -> assertThat(machine).process("bob").hasExited(0), "bob: expected exit-code: 0");
            refuses(() -> assertThat(machine).process("bob").wasKilledBy(SIGBUS), "bob: expected killed-by: SIGBUS");
            refuses(() -> p().reads("x"), "alice has ended, exited with code 3");
        }

        @Test
        void that_does_not_have_a_name_says_nothing_about_it() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            assertThat(machine).process("alise").mapping("p").reads("hello"))
                    .withMessageContaining("alice");
            assertThatIllegalArgumentException().isThrownBy(() -> p().sharesPageWith("bob.r"));
        }

        @Test
        void can_be_described() {
            assertThatThrownBy(() -> assertThat(machine)
                            .as("the machine")
                            .process("alice")
                            .mapping("p")
                            .reads("x"))
                    .hasMessageStartingWith("[the machine] alice.p: expected \"x\"");
            assertThatThrownBy(() -> p().as("the %s page", "first").reads("x"))
                    .hasMessageStartingWith("[the first page] alice.p: expected");
            assertThatThrownBy(() -> p().overridingErrorMessage("mine").reads("x"))
                    .hasMessage("mine");
        }

        @Test
        void is_a_scenario_too() {
            assertThat(machine.toScenario()).passes();
            assertThatThrownBy(() -> assertThat(machine.toScenario()).fails())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("expected to fail, but it passes: A machine in code (machine:1)");
        }
    }

    @Nested
    class Softly {
        private final Machine machine = Machine.create().file("data.txt", "hello");

        @Test
        void all_that_does_not_hold_is_told() {
            machine.process("alice").mmap("p", Mapping.privateFile("data.txt"));
            ThrowingCallable assertions = () -> softly(soft -> {
                soft.assertThat(machine)
                        .as("first")
                        .process("alice")
                        .mapping("p")
                        .reads("HELLO")
                        .isShared();
                soft.assertThat(machine).file("data.txt").hasSize(4).contains("hello");
                soft.assertThat(machine.toScenario())
                        .as("last")
                        .fails()
                        .at("bob.q")
                        .because("moon");
                soft.assertThatScenario("missing.yaml").passes();
                soft.assertThatScenario("missing.yaml")
                        .isInvalid()
                        .withMessage("moon")
                        .withCode("E0102");
                soft.assertThat(1).isEqualTo(2);
            });
            assertThat(catchThrowableOfType(AssertJMultipleFailuresError.class, assertions)
                            .getFailures())
                    .extracting(failure -> String.valueOf(failure.getMessage())
                            .lines()
                            .findFirst()
                            .orElse(""))
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("[first] alice.p: expected \"HELLO\""),
                            then -> assertThat(then).startsWith("[first] alice.p: expected sharing: shared"),
                            then -> assertThat(then).startsWith("data.txt: expected size: 4, but it is 5"),
                            then -> assertThat(then).startsWith("[last] expected to fail, but it passes"),
                            then -> assertThat(then).startsWith("missing.yaml is not a valid scenario file"),
                            then -> assertThat(then).startsWith("expected a problem that says \"moon\""),
                            then -> assertThat(then).isBlank());
        }

        @Test
        void what_assertj_itself_asserts_is_told_too() {
            machine.process("alice");
            MmaplabSoftAssertions soft = new MmaplabSoftAssertions();
            soft.assertThat(machine).isNull();
            soft.assertThat(machine).process("alice").isNull();
            soft.assertThat(machine).process("alice").isAlive();
            assertThat(soft.assertionErrorsCollected()).hasSize(2);
        }

        @Test
        void nothing_is_told_if_all_holds() {
            machine.process("alice").mmap("p", Mapping.privateFile("data.txt"));
            assertThatCode(() -> softly(soft -> {
                        soft.assertThat(machine)
                                .process("alice")
                                .mapping("p")
                                .reads("hello")
                                .isPrivate();
                        soft.assertThat(machine.toScenario()).passes();
                    }))
                    .doesNotThrowAnyException();
        }

        @Test
        void they_go_into_a_class_of_ones_own() {
            Mixed mixed = new Mixed();
            mixed.assertThat(machine).file("data.txt").hasSize(4).hasSize(3);
            assertThat(mixed.assertionErrorsCollected()).hasSize(2);
        }

        private static final class Mixed extends SoftAssertions implements MmaplabSoftAssertionsProvider {}
    }

    @Test
    void they_stand_beside_those_of_assertj() {
        Assertions.assertThat(1).isOne();
        assertThat("text").isNotEmpty();
    }
}
