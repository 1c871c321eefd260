package io.github.mmaplab.kernel;

import static io.github.mmaplab.kernel.KernelAssertions.assertThat;
import static io.github.mmaplab.kernel.TestMachine.P;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MunmapTest {

    private static final long END = (1L << 47) - P;

    private final TestMachine machine = TestMachine.linux();
    private final TestProcess alice = machine.process();

    @Test
    void refuses_an_unaligned_address_and_a_length_of_zero() {
        Place a = alice.map("rw-p", 4 * P);

        assertThat(a.plus(1).munmap(P)).fails(Errno.EINVAL);
        assertThat(a.munmap(0)).fails(Errno.EINVAL);
        assertThat(a.plus(1).munmap(0)).fails(Errno.EINVAL);

        assertThat(a).maps("0..4 rw-p");
    }

    @Test
    void takes_the_whole_page_for_one_byte() {
        Place a = alice.map("rw-p", 4 * P).put("0");

        assertThat(a.page(1).munmap(1)).succeeds();

        assertThat(a).maps("0..1 rw-p, 2..4 rw-p").reads("0");
        assertThat(a.page(1)).raises(Signal.SIGSEGV, SignalCode.SEGV_MAPERR);
    }

    @Test
    void does_not_mind_holes_nor_that_nothing_is_mapped() {
        Place a = alice.map("rw-p", 4 * P);
        assertThat(a.page(1).munmap(P)).succeeds();

        assertThat(a.munmap(4 * P)).succeeds();

        assertThat(a).maps("nothing");
        assertThat(a.munmap(4 * P)).succeeds();
        assertThat(alice.at(0).munmap(P)).succeeds();
    }

    @Test
    void rounds_the_length_up() {
        Place a = alice.map("rw-p", 4 * P);

        assertThat(a.munmap(P + 1)).succeeds();

        assertThat(a).maps("2..4 rw-p");
    }

    @ParameterizedTest
    @CsvSource({
        "0x7ffffffff000, 0x1000, EINVAL",
        "0x7fffffffe000, 0x1000, ok",
        "0x7fffffffe000, 0x2000, EINVAL",
        "0x800000000000, 0x1000, EINVAL",
        "0x8000000000000000, 0x1000, EINVAL",
        "0xfffffffffffff000, 0x1000, EINVAL",
        "0xfffffffffffff000, 0x2000, EINVAL",
    })
    void knows_where_user_space_ends(String address, String length, String comesTo) {
        assertThat(alice.at(Long.parseUnsignedLong(address.substring(2), 16)).munmap(Long.decode(length)))
                .comesTo(comesTo);
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 47, 1L << 48, 1L << 63, -4096, -4095, -1})
    void refuses_lengths_beyond_user_space_and_changes_nothing(long length) {
        Place a = alice.map("rw-p", P).put("k");

        assertThat(a.munmap(length)).fails(Errno.EINVAL);

        assertThat(a).maps("0..1 rw-p").reads("k");
    }

    @Test
    void removes_a_mapping_at_the_very_end_of_user_space() {
        Place top = alice.at(END - P).map("rw-p", P).put("t");

        assertThat(top.munmap(P)).succeeds();

        assertThat(top).maps("nothing");
        assertThat(machine.pages()).isZero();
    }

    @Test
    void splits_a_mapping_that_it_cuts_through() {
        Place a = alice.map("rw-p", 5 * P);
        Place f = alice.map("rw-s", 5 * P, machine.filled("f", FileKind.REGULAR, 5));

        assertThat(a.page(2).munmap(P)).succeeds();
        assertThat(f.page(2).munmap(P)).succeeds();

        assertThat(a).maps("0..2 rw-p, 3..5 rw-p");
        assertThat(f).maps("0..2 rw-s @0 f, 3..5 rw-s @3 f");
        assertThat(f.page(4)).reads("E");
    }

    @Test
    void reaches_over_neighbours() {
        Place a = alice.map("rw-p", 2 * P);
        a.page(2).map("r--s", 2 * P);

        assertThat(a.page(1).munmap(2 * P)).succeeds();

        assertThat(a).maps("0..1 rw-p, 3..4 r--s @1 nameless");
    }

    @Test
    void frees_the_pages_that_nobody_else_has() {
        Place a = alice.map("rw-p", 3 * P);
        for (int i = 0; i < 3; i++) {
            a.page(i).put("x");
        }

        assertThat(a.page(1).munmap(P)).succeeds();
        assertThat(machine.pages()).isEqualTo(2);

        assertThat(a.munmap(3 * P)).succeeds();
        assertThat(machine.pages()).isZero();
    }

    @Test
    void frees_the_nameless_file_of_shared_memory_with_its_last_mapping() {
        Place a = alice.map("rw-s", 2 * P).put("x");
        TestProcess child = alice.fork();

        assertThat(a.munmap(2 * P)).succeeds();
        assertThat(child.at(a)).reads("x");
        assertThat(child.at(a).munmap(P)).succeeds();
        assertThat(machine.pages())
                .as("the other page's mapping keeps the file")
                .isEqualTo(1);

        assertThat(child.at(a).page(1).munmap(P)).succeeds();
        assertThat(machine.pages()).isZero();
        assertThat(machine.kernel().machine().files()).isEmpty();
    }

    @Test
    void keeps_a_page_of_a_file_in_the_page_cache() {
        TestFile f = machine.file("f", "hello");
        Place a = alice.map("rw-s", P, f).put("HELLO");

        assertThat(a.munmap(P)).succeeds();

        assertThat(f).reads("HELLO");
        assertThat(machine.pages()).isEqualTo(1);
    }
}
