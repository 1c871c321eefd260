package io.github.mmaplab.kernel;

import static io.github.mmaplab.kernel.KernelAssertions.assertThat;
import static io.github.mmaplab.kernel.TestMachine.P;

import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import io.github.mmaplab.kernel.call.Spawn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExecExitKillTest {

    private final TestMachine machine = TestMachine.linux();
    private final TestProcess parent = machine.process();

    @ParameterizedTest
    @CsvSource({"0, 0", "3, 3", "255, 255", "256, 0", "259, 3", "-1, 255"})
    void an_exit_code_keeps_its_lowest_eight_bits(int code, int seen) {
        assertThat(parent.exit(code)).succeeds();

        assertThat(parent.status()).isEqualTo(new ProcessStatus.Exited(seen));
        assertThat(parent.status().alive()).isFalse();
    }

    @Test
    void a_killed_process_says_so() {
        assertThat(parent.kill()).succeeds();

        assertThat(parent.status()).isEqualTo(new ProcessStatus.Killed(Signal.SIGKILL));
    }

    @Test
    void a_running_process_runs() {
        assertThat(parent.status()).isEqualTo(new ProcessStatus.Running());
    }

    @Test
    void exec_takes_the_mappings_away_and_leaves_the_process() {
        Place p = parent.map("rw-p", P).put("k");
        TestProcess child = parent.fork();
        child.at(p).put("c");

        assertThat(child.exec()).succeeds();

        assertThat(child.at(p)).maps("nothing").raises(Signal.SIGSEGV, SignalCode.SEGV_MAPERR);
        assertThat(child.status().alive()).isTrue();
        assertThat(p).reads("k");
        assertThat(machine.pages()).isEqualTo(1);
        assertThat(child.at(p).map("rw-p", P)).readsZero();
    }

    @Test
    void what_was_stored_in_shared_memory_outlives_who_stored_it() {
        Place p = parent.map("rw-s", P);
        TestProcess child = parent.fork();
        child.at(p).put("E");
        assertThat(child.exec()).succeeds();

        assertThat(p).reads("E");
    }

    @Test
    void an_end_gives_back_all_but_the_pages_of_files() {
        TestFile f = machine.filled("f", FileKind.REGULAR, 2);
        parent.map("rw-p", P).put("1");
        parent.map("rw-s", P).put("2");
        parent.map("rw-p", 2 * P, f).put("3");
        parent.map("rw-s", 2 * P, f).page(1).put("4");

        assertThat(parent.exit(0)).succeeds();

        assertThat(machine.pages()).as("of the file").isEqualTo(2);
        assertThat(f).reads("A").reads(P, "4");
        assertThat(machine.kernel().machine().files().keySet()).containsExactly(f.id());
    }

    @Test
    void an_ended_process_does_nothing_any_more() {
        Place p = parent.map("rw-p", P);
        assertThat(parent.exit(0)).succeeds();

        for (Runnable call : new Runnable[] {
            () -> p.load(1), () -> p.munmap(P), parent::fork, parent::exec, () -> parent.exit(1), parent::kill
        }) {
            KernelAssertions.assertThatIllegalArgumentException()
                    .isThrownBy(call::run)
                    .withMessageContaining("ended");
        }
    }

    @Test
    void a_process_must_be_new() {
        KernelAssertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> machine.perform(new Spawn(parent.id())))
                .withMessageContaining("already");
    }
}
