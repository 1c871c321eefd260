package example;

import static io.github.mmaplab.assertj.MmaplabAssertions.*;
import static io.github.mmaplab.lab.Mapping.*;
import static io.github.mmaplab.abi.Errno.EINVAL;
import static io.github.mmaplab.abi.Signal.SIGBUS;

import io.github.mmaplab.assertj.MmaplabSoftAssertions;
import io.github.mmaplab.lab.Machine;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private final Machine machine = Machine.create().file("data.txt", "hello");

    @Test
    void a_private_store_stays_with_its_process() {
        machine.process("alice").mmap("p", privateFile("data.txt")).fork("bob");
        assertThat(machine).process("alice").mapping("p").reads("hello").sharesPageWith("bob.p");
        machine.process("alice").write("p", "HELLO");
        MmaplabSoftAssertions.softly(it -> {
            it.assertThat(machine).as("bob").process("bob").mapping("p").reads("hello").doesNotSharePageWith("alice.p");
            it.assertThat(machine).as("disk").file("data.txt").contains("hello").hasSize(5);
        });
    }

    @Test
    void what_is_cut_off_a_file_is_gone() {
        machine.process("alice").mmap("p", sharedFile("data.txt").prot("r"));
        machine.file("data.txt").truncate(0);
        machine.process("alice").raising(SIGBUS).read("p").failing(EINVAL).munmap("p", 0);
        assertThat(machine).process("alice").isAlive().mapping("p").isMapped().raises(SIGBUS);
        assertThat(machine.toScenario()).passes();
    }
}
