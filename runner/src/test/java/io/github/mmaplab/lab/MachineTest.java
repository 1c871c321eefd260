package io.github.mmaplab.lab;

import static io.github.mmaplab.abi.Errno.EACCES;
import static io.github.mmaplab.abi.Errno.EINVAL;
import static io.github.mmaplab.abi.RemapFlag.MAYMOVE;
import static io.github.mmaplab.abi.Signal.SIGBUS;
import static io.github.mmaplab.abi.Signal.SIGKILL;
import static io.github.mmaplab.abi.Signal.SIGSEGV;
import static io.github.mmaplab.assertj.MmaplabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.abi.SignalCode;
import io.github.mmaplab.abi.SyncFlag;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Content;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineTest {
    private final Machine machine = Machine.create().file("data.txt", "hello");

    private SimulatedProcess alice() {
        return machine.process("alice");
    }

    @Nested
    class A_call {
        @Test
        void is_played_at_once() {
            alice().mmap("p", Mapping.sharedFile("data.txt")).write("p", "HELLO");
            assertThat(machine).file("data.txt").contains("HELLO");
            alice().write("p+1", "u");
            assertThat(machine).file("data.txt").contains("HuLLO").hasSize(5);
        }

        @Test
        void that_fails_tells_the_error_the_reason_and_what_to_write() {
            machine.file("ro.txt", NewFile.of("x").readOnly());
            alice().mmap("p", Mapping.sharedFile("ro.txt").prot("r"));
            assertThatThrownBy(() -> alice().mprotect("p", "rw"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("mprotect of alice.p: expected success, but it fails with EACCES: ")
                    .hasMessageContaining("mprotect: { alice.p: rw }")
                    .hasMessageEndingWith("if this is intended, put `.failing(EACCES)` before the call");
        }

        @Test
        void that_throws_leaves_the_machine_as_it_was() {
            alice().mmap("p", Mapping.privateMemory().prot("r"));
            String before = machine.toYaml();
            assertThatThrownBy(() -> alice().write("p", "x"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageEndingWith("put `.raising(SIGSEGV)` before the call");
            assertThat(machine.toYaml()).isEqualTo(before);
            assertThat(machine).process("alice").mapping("p").isReadable();
        }

        @Test
        void that_is_to_fail_and_does_not_throws() {
            alice().mmap("p", Mapping.privateMemory());
            assertThatThrownBy(() -> alice().failing(EACCES).mprotect("p", "r"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("mprotect of alice.p: expected the error EACCES, but it succeeds")
                    .hasMessageNotContaining("before the call");
        }

        @Test
        void that_returns_another_number_of_bytes_throws() {
            SimulatedFile file = machine.file("data.txt");
            file.returning(3).read(2, 10).read(2, 10);
            assertThatThrownBy(() -> file.returning(4).read(2, 10))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("read of data.txt+2: expected the call to return 4, but it returns 3");
        }

        @Test
        void that_is_to_fail_is_one_call() {
            alice().mmap("p", Mapping.privateMemory())
                    .failing(EINVAL)
                    .munmap("p", 0)
                    .write("p", "x")
                    .raising(SIGSEGV)
                    .read("p+1 page")
                    .raising(SIGSEGV, SignalCode.SEGV_MAPERR)
                    .read("p+1 page")
                    .write("p", "y");
            assertThat(machine).process("alice").mapping("p").reads("y");
        }

        @Test
        void can_be_the_last_of_its_process() {
            alice().mmap("p", Mapping.sharedFile("data.txt"));
            machine.file("data.txt").truncate(0);
            alice().dyingOf(SIGBUS).read("p");
            assertThat(machine).process("alice").wasKilledBy(SIGBUS);
            assertThatIllegalStateException()
                    .isThrownBy(() -> alice().read("p"))
                    .withMessageStartingWith("alice has ended, killed by SIGBUS at step 3");
        }

        @Test
        void tells_what_it_came_to() {
            alice().mmap("p", Mapping.privateMemory());
            assertThat(machine.lastOutcome()).isInstanceOf(Outcome.Ok.class);
            alice().failing(EINVAL).munmap("p", 0);
            assertThat(machine.lastOutcome()).isInstanceOf(Outcome.Failed.class);
        }

        @Test
        void has_to_be_made_before_one_asks_what_it_came_to() {
            assertThatIllegalStateException().isThrownBy(machine::lastOutcome);
        }
    }

    @Nested
    class A_name {
        @Test
        void that_is_misspelt_is_told_with_the_right_one() {
            alice().mmap("photo", Mapping.privateMemory());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> alice().read("foto"))
                    .withMessageStartingWith("error[E0305]: ")
                    .withMessageContaining("photo");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> machine.file("date.txt").truncate(0))
                    .withMessageContaining("data.txt");
        }

        @Test
        void of_a_process_is_there_from_the_start() {
            alice().mmap("p", Mapping.privateMemory());
            machine.process("bob");
            assertThat(machine.toScenario().processes())
                    .extracting(process -> process.name())
                    .containsExactly("alice", "bob");
        }

        @ParameterizedTest
        @ValueSource(strings = {"nobody", "null", "true", "memory_", "x1"})
        void means_itself(String name) {
            machine.process(name).mmap("p", Mapping.privateMemory());
            machine.process(name).write("p", "x");
            assertThat(machine).process(name).mapping("p").reads("x");
            assertThat(machine.titled(name).toScenario().title()).isEqualTo(name);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1st", "a b", "", "a: b", "data.txt", "\n"})
        void that_no_process_can_have_is_refused(String name) {
            assertThatIllegalArgumentException().isThrownBy(() -> machine.process(name));
        }
    }

    @Test
    void a_child_has_its_parents_names_and_pages() {
        SimulatedProcess child =
                alice().mmap("p", Mapping.privateMemory()).write("p", "x").fork("child");
        assertThat(machine).process("child").mapping("p").reads("x").sharesPageWith("alice.p");
        child.write("p", "y").exit(3);
        assertThat(machine).process("child").hasExited(3);
        assertThat(machine).process("alice").isAlive().mapping("p").reads("x");
        machine.process("alice").kill();
        assertThat(machine).process("alice").wasKilledBy(SIGKILL);
    }

    @Test
    void a_look_leaves_nothing_behind() {
        alice().mmap("p", Mapping.privateMemory());
        assertThat(machine)
                .process("alice")
                .mapping("p")
                .isNotResident()
                .reads(new Content.Zeros(1))
                .isNotResident();
        alice().read("p");
        assertThat(machine).process("alice").mapping("p").isResident();
    }

    @Test
    void a_copy_goes_its_own_way() {
        alice().mmap("p", Mapping.privateMemory()).write("p", "x");
        Machine other = machine.copy();
        other.process("alice").write("p", "y");
        assertThat(machine).process("alice").mapping("p").reads("x");
        assertThat(other).process("alice").mapping("p").reads("y");
    }

    @Test
    void pages_are_counted_in_bytes() {
        Machine large = Machine.withPageSize(16384);
        large.process("alice").mmap("p", Mapping.privateMemory().length(large.pages(2)));
        assertThat(large).process("alice").mapping("p + 32767").reads(new Content.Zeros(1));
        assertThat(large).process("alice").mapping("p + 32768").raises(SIGSEGV);
        assertThatIllegalArgumentException().isThrownBy(() -> Machine.withPageSize(1000));
    }

    /** One call of each kind, with each argument that it takes. */
    private Machine everything() {
        Machine all = Machine.create()
                .titled("Every call: \"quoted\" # \\ <x>")
                .file(
                        "data.txt",
                        NewFile.ofPages("AAAA", "B: \"b\" \t \u0001 \u2028 é 🙂")
                                .size(10000))
                .file("hole", NewFile.ofSize(8192))
                .file("mem", NewFile.of(new Content.Fill((byte) 'z', 9)).kind(FileKind.MEMFD))
                .file(
                        "ro",
                        NewFile.of(new Content.Hex(new byte[] {0, (byte) 255})).readOnly());
        SimulatedProcess alice = all.process("alice");
        alice.mmap("p", Mapping.privateFile("data.txt").offset(4096).length(8192))
                .mmap("q", Mapping.memory(Sharing.SHARED).length(16384).flags(MapFlag.POPULATE))
                .mmap("r", Mapping.sharedFile("mem").at("alice.q+2 pages").open(OpenMode.READ_WRITE))
                .failing(EACCES)
                .mmap("s", Mapping.sharedFile("ro"))
                .failing(EINVAL)
                .mmap("s", Mapping.memory(Sharing.NONE))
                .mprotect("q", "r", 4096)
                .mprotect("p", "none")
                .mprotect("p", "rwx")
                .madvise("p", Advice.DONTNEED)
                .madvise("q+1 page", Advice.DONTNEED, 4096)
                .write("p", new Content.Hex(new byte[] {1, 2}))
                .read("p")
                .read("p", 5000)
                .msync("r")
                .msync("r", SyncFlag.ASYNC)
                .munmap("q", 4096)
                .mmap("t", Mapping.privateMemory())
                .mremap("t", 8192, MAYMOVE)
                .mremap("t", 4096, "alice.q")
                .munmap("t");
        all.file("data.txt")
                .write("xy")
                .write(4096, new Content.Zeros(3))
                .read(1, 2)
                .punch(4096, 4096)
                .truncate(5000)
                .sync()
                .unlink();
        all.file("ro").write("changed by somebody who may");
        all.process("alice").fork("carol").exec().exit();
        all.process("bob").kill();
        return all;
    }

    @Test
    void the_text_of_a_machine_is_a_scenario_that_passes() {
        Machine all = everything();
        ReadResult read = ScenarioReader.read("all", all.toYaml().getBytes(StandardCharsets.UTF_8));
        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.scenarios().get(0).title()).isEqualTo("Every call: \"quoted\" # \\ <x>");
        assertThat(read.scenarios().get(0).steps()).hasSize(32);
        assertThat(all.toScenario()).passes();
        assertThat(all).file("ro").contains("changed by somebody who may");
    }

    @Test
    void the_text_of_a_machine_says_how_its_processes_are() {
        alice().mmap("p", Mapping.sharedFile("data.txt")).failing(EINVAL).munmap("p", 0);
        machine.process("bob").exit(2);
        machine.process("carol").kill();
        assertThat(machine.toYaml()).isEqualTo("""
                        scenario: A machine in code
                        files:
                          data.txt: { text: "hello" }
                        processes: [alice, bob, carol]
                        steps:
                          - mmap: { alice.p: { file: data.txt, sharing: shared } }
                          - munmap: { alice.p: 0 }
                            fails: EINVAL
                          - exit: { bob: 2 }
                          - kill: carol
                        expect:
                          alice: { alive: true }
                          bob: { exit-code: 2 }
                          carol: { killed-by: SIGKILL }
                        """);
        assertThat(machine)
                .hasToString(machine.toYaml()
                        .substring(0, machine.toYaml().indexOf("expect"))
                        .strip());
    }

    @Test
    void without_a_process_there_is_no_scenario() {
        assertThatIllegalStateException().isThrownBy(machine::toYaml);
    }

    @Test
    void what_is_written_is_read_as_it_is() {
        String text = "a: \"b\" \\ # \t\n\r \u0000\u007f\u0085\u2028\ufeff null ~ <x> é 🙂";
        machine.file("other", text);
        alice().mmap("p", Mapping.privateMemory()).write("p", text);
        Content bytes = new Content.Hex(text.getBytes(StandardCharsets.UTF_8));
        assertThat(machine).process("alice").mapping("p").reads(bytes).reads(text);
        assertThat(machine).file("other").contains(bytes).contains(text);
    }

    @Test
    void somebody_outside_may_write_to_any_file() {
        assertThatThrownBy(() -> machine.file("data.txt").failing(EACCES).write("x"))
                .isInstanceOf(AssertionError.class);
    }
}
