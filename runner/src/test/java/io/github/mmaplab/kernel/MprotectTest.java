package io.github.mmaplab.kernel;

import static io.github.mmaplab.kernel.KernelAssertions.assertThat;
import static io.github.mmaplab.kernel.TestMachine.P;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MprotectTest {

    private final TestMachine machine = TestMachine.linux();
    private final TestProcess alice = machine.process();
    private final TestFile f = machine.filled("f", FileKind.REGULAR, 4);
    private final Place a = alice.room();

    @Test
    void refuses_an_unaligned_address_whatever_the_length() {
        a.map("rw-p", P);

        assertThat(a.plus(1).mprotect(P, "r--")).fails(Errno.EINVAL);
        assertThat(a.plus(1).mprotect(0, "r--")).fails(Errno.EINVAL);
    }

    @Test
    void succeeds_for_nothing_anywhere() {
        assertThat(a.mprotect(0, "r--")).succeeds();
        assertThat(alice.at(1L << 63).mprotect(0, "r--")).succeeds();
    }

    @Test
    void splits_and_merges() {
        a.map("rw-p", 4 * P);

        assertThat(a.page(1).mprotect(1, "r--")).succeeds();
        assertThat(a).maps("0..1 rw-p, 1..2 r--p, 2..4 rw-p");

        assertThat(a.page(1).mprotect(P, "rw-")).succeeds();
        assertThat(a).maps("0..4 rw-p");
    }

    @Test
    void changes_what_comes_before_a_hole() {
        assertThat(a.mprotect(P, "r--")).fails(Errno.ENOMEM);

        mapAround(2);
        assertThat(a.mprotect(4 * P, "r--")).fails(Errno.ENOMEM);
        assertThat(a).maps("0..2 r--p, 3..4 rw-p");
    }

    @Test
    void changes_nothing_when_the_hole_comes_first() {
        mapAround(0);

        assertThat(a.mprotect(4 * P, "r--")).fails(Errno.ENOMEM);

        assertThat(a).maps("1..4 rw-p");
    }

    @Test
    void changes_all_when_the_hole_comes_last() {
        mapAround(3);

        assertThat(a.mprotect(4 * P, "r--")).fails(Errno.ENOMEM);

        assertThat(a).maps("0..3 r--p");
    }

    private void mapAround(int hole) {
        a.map("rw-p", 4 * P);
        assertThat(a.page(hole).munmap(P)).succeeds();
    }

    @Test
    void stops_where_access_is_denied() {
        a.map("r--p", P);
        readOnly(a.page(1));
        a.page(2).map("r--p", P);

        assertThat(a.mprotect(3 * P, "rw-")).fails(Errno.EACCES);

        assertThat(a).maps("0..1 rw-p, 1..2 r--s @0 f, 2..3 r--p");
    }

    @Test
    void reports_what_it_meets_first_denied_access() {
        readOnly(a);
        a.page(1).map("r--p", P);
        a.page(3).map("r--p", P);

        assertThat(a.mprotect(4 * P, "rw-")).fails(Errno.EACCES);

        assertThat(a).maps("0..1 r--s @0 f, 1..2 r--p, 3..4 r--p");
    }

    @Test
    void reports_what_it_meets_first_a_hole() {
        a.map("r--p", P);
        readOnly(a.page(2));
        a.page(3).map("r--p", P);

        assertThat(a.mprotect(4 * P, "rw-")).fails(Errno.ENOMEM);

        assertThat(a).maps("0..1 rw-p, 2..3 r--s @0 f, 3..4 r--p");
    }

    private void readOnly(Place place) {
        place.mmap("r--s", P).file(f).opened(OpenMode.READ).made();
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 48, 1L << 63, -(1L << 45)})
    void changes_what_is_mapped_before_it_leaves_user_space(long length) {
        a.map("rw-p", 2 * P);

        assertThat(a.mprotect(length, "r--")).fails(Errno.ENOMEM);

        assertThat(a).maps("0..2 r--p");
    }

    @ParameterizedTest
    @ValueSource(longs = {-4096, -1})
    void changes_nothing_when_the_range_wraps(long length) {
        a.map("rw-p", 2 * P);

        assertThat(a.mprotect(length, "r--")).fails(Errno.ENOMEM);

        assertThat(a).maps("0..2 rw-p");
    }

    @ParameterizedTest
    @CsvSource({
        "0x0000800000000000, 0x1000",
        "0x8000000000000000, 0x1000",
        "0xfffffffffffff000, 0x1000",
        "0xfffffffffffff000, 0x2000",
        "0xffffffffffffe000, 0x1000",
    })
    void finds_nothing_mapped_beyond_user_space(String address, String length) {
        assertThat(alice.at(Long.parseUnsignedLong(address.substring(2), 16)).mprotect(Long.decode(length), "r--"))
                .fails(Errno.ENOMEM);
    }

    @Test
    void keeps_the_content() {
        a.map("rw-p", P).put("v");

        assertThat(a.mprotect(P, "---")).succeeds();
        assertThat(a).raises(Signal.SIGSEGV, SignalCode.SEGV_ACCERR).isResident();
        assertThat(a.store("x")).raises(Signal.SIGSEGV, SignalCode.SEGV_ACCERR);

        assertThat(a.mprotect(P, "rw-")).succeeds();
        assertThat(a).reads("v");
    }

    @Test
    void keeps_the_frame_and_needs_no_copy_afterwards() {
        a.map("rw-p", P).put("v");
        var frame = PlaceAssert.frame(a);

        assertThat(a.mprotect(P, "r--")).succeeds();
        assertThat(a.mprotect(P, "rw-")).succeeds();
        a.put("w");

        assertThat(a).hasFrame(frame);
    }

    @Test
    void leaves_its_trace_on_a_private_mapping_of_a_file() {
        a.mmap("r--p", 4 * P).file(f).opened(OpenMode.READ).made();

        assertThat(a.page(1).mprotect(P, "rw-")).succeeds();
        assertThat(a).maps("0..1 r--p @0 f, 1..2 rw-p @1 f, 2..4 r--p @2 f");
        a.page(1).put("z");
        assertThat(a.page(1).mprotect(P, "r--")).succeeds();

        assertThat(a).maps("0..1 r--p @0 f, 1..2 r--p @1 f, 2..4 r--p @2 f");
        assertThat(a.page(1)).reads("z");
        assertThat(f).reads(P, "B");
    }

    @Test
    void leaves_its_trace_on_a_private_mapping_of_a_file_even_without_a_store() {
        a.mmap("r--p", 4 * P).file(f).opened(OpenMode.READ).made();

        assertThat(a.page(1).mprotect(P, "rw-")).succeeds();
        assertThat(a.page(1).mprotect(P, "r--")).succeeds();

        assertThat(a).maps("0..1 r--p @0 f, 1..2 r--p @1 f, 2..4 r--p @2 f");
    }

    @Test
    void leaves_its_trace_on_anonymous_memory_that_was_stored_to() {
        a.map("r--p", 3 * P);
        assertThat(a).readsZero();

        assertThat(a.page(1).mprotect(P, "rw-")).succeeds();
        a.page(1).put("x");
        assertThat(a.page(1).mprotect(P, "r--")).succeeds();

        assertThat(a).maps("0..1 r--p, 1..2 r--p, 2..3 r--p");
    }

    @Test
    void splits_and_merges_shared_memory() {
        a.map("rw-s", 3 * P);

        assertThat(a.page(1).mprotect(P, "r--")).succeeds();
        assertThat(a).maps("0..1 rw-s @0 nameless, 1..2 r--s @1 nameless, 2..3 rw-s @2 nameless");
        assertThat(a.page(1).store("x")).raises(Signal.SIGSEGV, SignalCode.SEGV_ACCERR);

        assertThat(a.page(1).mprotect(P, "rw-")).succeeds();
        assertThat(a).maps("0..3 rw-s @0 nameless");
    }

    @Test
    void does_nothing_for_the_protection_that_is_there() {
        a.map("rw-p", P);

        assertThat(a.mprotect(P, "rw-")).succeeds();

        assertThat(machine.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"rw-, EACCES", "-w-, EACCES", "---, ok", "--x, ok", "r-x, ok", "r--, ok"})
    void cannot_make_a_shared_mapping_of_a_read_only_open_writable(String letters, String comesTo) {
        readOnly(a);

        assertThat(a.mprotect(P, letters)).comesTo(comesTo);
    }

    @Test
    void cannot_make_an_inaccessible_shared_mapping_of_a_read_only_open_writable_either() {
        a.mmap("---s", P).file(f).opened(OpenMode.READ).made();

        assertThat(a.mprotect(P, "rw-")).fails(Errno.EACCES);
        assertThat(a.mprotect(P, "r--")).succeeds();
    }

    @Test
    void may_make_a_private_mapping_of_a_read_only_open_writable() {
        a.mmap("r--p", P).file(f).opened(OpenMode.READ).made();

        assertThat(a.mprotect(P, "rw-")).succeeds();

        assertThat(a.store("x")).succeeds();
    }

    @Test
    void may_make_a_shared_mapping_of_a_file_opened_for_writing_writable() {
        a.mmap("r--s", P).file(f).made();

        assertThat(a.mprotect(P, "rw-")).succeeds();
    }

    @Test
    void reaches_over_neighbours_of_all_kinds() {
        a.map("rw-p", P).put("1");
        a.page(1).map("rw-s", P).put("2");
        a.page(2).map("rw-p", P, f, P);

        assertThat(a.mprotect(3 * P, "r--")).succeeds();

        assertThat(a).maps("0..1 r--p, 1..2 r--s @0 nameless, 2..3 r--p @1 f").reads("1");
        assertThat(a.page(1)).reads("2");
        assertThat(a.page(2)).reads("B");
    }
}
