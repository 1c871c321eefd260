package io.github.mmaplab.kernel;

import static io.github.mmaplab.abi.Signal.SIGBUS;
import static io.github.mmaplab.abi.Signal.SIGSEGV;
import static io.github.mmaplab.abi.SignalCode.BUS_ADRERR;
import static io.github.mmaplab.abi.SignalCode.SEGV_ACCERR;
import static io.github.mmaplab.abi.SignalCode.SEGV_MAPERR;
import static io.github.mmaplab.kernel.KernelAssertions.assertThat;
import static io.github.mmaplab.kernel.TestMachine.P;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.abi.SignalCode;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.call.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loads and stores, and the signals that they raise. */
final class AccessTest {

    private final TestMachine machine = TestMachine.linux();
    private final TestProcess alice = machine.process();
    private final Place a = alice.room();

    @Test
    void where_nothing_is_mapped_there_is_no_mapping() {
        assertThat(a).raises(SIGSEGV, SEGV_MAPERR);
        assertThat(a.plus(5).store("x")).raisesAt(a.plus(5), SIGSEGV, SEGV_MAPERR);
        assertThat(alice.at(0)).raises(SIGSEGV, SEGV_MAPERR);
    }

    /** x86 cannot forbid loads of what may be stored to or executed. */
    @ParameterizedTest
    @CsvSource({
        "---, false, false", "r--, true, false", "-w-, true, true", "rw-, true, true",
        "--x, true, false", "r-x, true, false", "-wx, true, true", "rwx, true, true",
    })
    void the_protection_decides(String letters, boolean loads, boolean stores) {
        TestFile f = machine.filled("f", FileKind.REGULAR, 1);
        Place anonymous = alice.map(letters + "p", P);
        Place shared = alice.map(letters + "s", P);
        Place file = alice.map(letters + "p", P, f);

        for (Place place : new Place[] {anonymous, shared, file}) {
            if (loads) {
                assertThat(place).reads(place.equals(file) ? "A" : "\0");
            } else {
                assertThat(place).raises(SIGSEGV, SEGV_ACCERR);
            }
            assertThat(place.store("x")).comesTo(stores ? "ok" : "SIGSEGV SEGV_ACCERR");
        }
        assertThat(anonymous).maps("0..1 " + letters + "p");
    }

    @ParameterizedTest
    @EnumSource(names = {"REGULAR", "SHM", "MEMFD"})
    void the_end_of_the_file_decides(FileKind kind) {
        TestFile f = machine.filled("f", kind, 2);
        assertThat(f.write(2 * P, "0123456789")).succeeds();

        for (String letters : new String[] {"rw-p", "rw-s"}) {
            Place p = alice.map(letters, 6 * P, f);
            assertThat(p.plus(2 * P + 10)).readsZero();
            assertThat(p.plus(3 * P - 1)).readsZero();
            assertThat(p.plus(2 * P + 10).store("t")).succeeds();
            assertThat(p.page(3)).raises(SIGBUS, BUS_ADRERR);
            assertThat(p.page(3).store("x")).raisesAt(p.page(3), SIGBUS, BUS_ADRERR);
        }
    }

    @Test
    void the_protection_comes_before_the_end_of_the_file() {
        TestFile f = machine.file("f", "");

        assertThat(alice.map("---s", P, f)).raises(SIGSEGV, SEGV_ACCERR);
        Place r = alice.map("r--s", P, f);
        assertThat(r).raises(SIGBUS, BUS_ADRERR);
        assertThat(r.store("x")).raises(SIGSEGV, SEGV_ACCERR);
        assertThat(alice.map("-w-s", P, f)).raises(SIGBUS, BUS_ADRERR);
    }

    @ParameterizedTest
    @CsvSource({
        "0x0000800000000000, SI_KERNEL",
        "0x8000000000000000, SI_KERNEL",
        "0x7fffffffffffffff, SI_KERNEL",
        "0xffff7fffffffffff, SI_KERNEL",
        "0xffff800000000000, SEGV_MAPERR",
        "0xffffffff81000000, SEGV_MAPERR",
        "0xffffffffffffffff, SEGV_MAPERR",
        "0xfffffffffffff000, SEGV_MAPERR",
        "0x00007ffffffff000, SEGV_MAPERR",
        "0x00007fffffffe000, SEGV_MAPERR",
        "0x00007fffffffffff, SEGV_MAPERR",
    })
    void addresses_beyond_user_space_fault_in_their_own_ways(String address, SignalCode code) {
        Place place = alice.at(Long.parseUnsignedLong(address.substring(2), 16));

        assertThat(place).raises(SIGSEGV, code);
        assertThat(place.store("x")).raisesAt(place, SIGSEGV, code);
    }

    @Test
    void a_store_over_the_end_of_a_mapping_has_stored_what_came_before() {
        Place last = a.map("rw-p", P).plus(P - 2);

        assertThat(last.store("klm")).raisesAt(a.page(1), SIGSEGV, SEGV_MAPERR);

        assertThat(last).reads("kl");
    }

    @Test
    void a_store_into_a_read_only_part_has_stored_what_came_before() {
        a.map("rw-p", 3 * P);
        assertThat(a.page(1).mprotect(P, "r--")).succeeds();

        assertThat(a.plus(P - 1).store("k" + "l".repeat(5000))).raisesAt(a.page(1), SIGSEGV, SEGV_ACCERR);

        assertThat(a.plus(P - 1)).reads("k\0");
    }

    @Test
    void a_run_crosses_pages_and_mappings() {
        TestFile f = machine.filled("f", FileKind.REGULAR, 2);
        a.map("rw-p", P);
        a.page(1).map("rw-s", 2 * P, f, 0);
        String text = "x".repeat(5) + "y".repeat(4096) + "z".repeat(7);

        assertThat(a.plus(P - 5).store(text)).succeeds();

        assertThat(a.plus(P - 5)).reads(text);
        assertThat(f).reads("y".repeat(4096) + "z".repeat(7) + "B");
    }

    @Test
    void a_run_that_wraps_around_the_address_space_faults_first() {
        Place top = alice.at(-2);

        assertThat(top.load(4)).raisesAt(top, SIGSEGV, SEGV_MAPERR);
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 40, Long.MAX_VALUE, -1})
    void a_run_of_any_length_ends_where_the_mapping_does(long length) {
        a.map("rw-p", 2 * P);

        assertThat(a.load(length)).raisesAt(a.page(2), SIGSEGV, SEGV_MAPERR);
        assertThat(a.perform(new Store(alice.id(), a.address(), Data.repeated((byte) 'x', length), OnSignal.HANDLE)))
                .raisesAt(a.page(2), SIGSEGV, SEGV_MAPERR);

        assertThat(a.plus(2 * P - 1)).reads("x");
    }

    @Test
    void a_run_over_nothing_touches_nothing() {
        assertThat(a.load(0)).reads("");
        assertThat(a.store("")).succeeds();
    }

    /** Whoever wants to see more than a mebibyte loads again; what was not returned was loaded all the same. */
    @Test
    void a_long_load_returns_its_first_mebibyte() {
        a.map("r--p", Load.MOST_BYTES + 2 * P);

        assertThat(a.load(Load.MOST_BYTES + P)).reads("\0".repeat(Load.MOST_BYTES));

        assertThat(a.plus(Load.MOST_BYTES)).isResident();
        assertThat(a.plus(Load.MOST_BYTES + P)).isNotResident();
    }

    @Test
    void a_load_faults_a_page_in_and_never_copies_it() {
        TestFile f = machine.filled("f", FileKind.REGULAR, 1);
        Place p = alice.map("rw-p", P, f);
        Place q = machine.process().map("rw-s", P, f);
        assertThat(p).hasNoFrame();

        assertThat(p).reads("A");
        assertThat(q).reads("A").hasFrameOf(p);

        assertThat(machine.copies()).isZero();
        assertThat(machine.pages()).isEqualTo(1);
    }

    @Test
    void a_signal_that_is_not_handled_ends_the_process() {
        TestProcess bob = machine.process();
        Place b = bob.map("rw-p", P).put("x");

        assertThat(b.page(1).storeOrDie("x")).raises(SIGSEGV, SEGV_MAPERR);

        assertThat(bob.status()).isEqualTo(new ProcessStatus.Killed(SIGSEGV));
        assertThat(machine.pages()).isZero();
        KernelAssertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> b.load(1))
                .withMessageContaining("ended");
    }

    @Test
    void a_store_that_ends_the_process_has_stored_what_came_before() {
        TestFile f = machine.filled("f", FileKind.REGULAR, 1);
        Place p = machine.process().map("rw-s", 2 * P, f);

        assertThat(p.plus(P - 1).storeOrDie("xy")).raises(SIGBUS, BUS_ADRERR);

        assertThat(f).reads(P - 1, "x");
        assertThat(p.process().status()).isEqualTo(new ProcessStatus.Killed(SIGBUS));
    }

    /** A page number beyond what page tables cover must not find the entry of another page. */
    @Test
    void what_is_observed_far_outside_is_nothing() {
        a.map("rw-p", P).put("x");

        assertThat(a.plus(1L << 48)).hasNoFrame().isNotResident();
        assertThat(machine.kernel().mapping(alice.id(), a.address() + (1L << 48)))
                .isEmpty();
    }
}
