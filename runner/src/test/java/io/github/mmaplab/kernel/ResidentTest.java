package io.github.mmaplab.kernel;

import static io.github.mmaplab.kernel.KernelAssertions.assertThat;
import static io.github.mmaplab.kernel.TestMachine.P;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.FileKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What mincore(2) says. What read-ahead would bring in besides is not simulated. */
final class ResidentTest {

    private final TestMachine machine = TestMachine.linux();
    private final TestProcess alice = machine.process();

    @Test
    void anonymous_memory_is_resident_once_it_is_touched() {
        for (String letters : new String[] {"rw-p", "rw-s"}) {
            Place a = alice.map(letters, 3 * P);
            assertThat(a).isNotResident();

            assertThat(a).readsZero().isResident();
            a.page(1).put("x");

            assertThat(a.page(1)).isResident().andPage(1).isNotResident();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"REGULAR", "SHM", "MEMFD"})
    void what_was_written_is_resident_for_all_that_map_it(FileKind kind) {
        TestFile f = machine.filled("f", kind, 2);
        Place shared = alice.map("rw-s", 5 * P, f);
        Place p = alice.map("rw-p", 2 * P, f);
        Place none = alice.map("---p", P, f);

        assertThat(shared).isResident();
        assertThat(p).isResident();
        assertThat(none).isResident();
        assertThat(shared.page(4)).as("behind the end").isNotResident();

        p.put("c");
        assertThat(p).isResident();
        assertThat(p.madvise(P, Advice.DONTNEED)).succeeds();
        assertThat(p).isResident();
        assertThat(shared.madvise(P, Advice.DONTNEED)).succeeds();
        assertThat(shared).isResident();
    }

    @ParameterizedTest
    @EnumSource(names = {"REGULAR", "SHM", "MEMFD"})
    void truncation_and_punching_take_pages_out(FileKind kind) {
        TestFile f = machine.filled("f", kind, 3);
        Place s = alice.map("rw-s", 3 * P, f);

        assertThat(f.punch(0, P)).succeeds();
        assertThat(s).isNotResident().readsZero().isResident();

        assertThat(f.truncate(P)).succeeds();
        assertThat(s).isResident().andPage(1).isNotResident();
        assertThat(f.truncate(3 * P)).succeeds();
        assertThat(s.page(1)).isNotResident().readsZero().isResident();
    }

    @ParameterizedTest
    @EnumSource(names = {"REGULAR", "SHM", "MEMFD"})
    void a_hole_is_not_resident_until_somebody_touches_it(FileKind kind) {
        TestFile f = machine.hole("f", kind, 4 * P);
        Place s = alice.map("rw-s", 4 * P, f);
        Place p = alice.map("rw-p", 4 * P, f);
        assertThat(s).isNotResident();

        assertThat(p).readsZero();
        assertThat(s).as("another mapping").isResident();

        p.page(2).put("x");
        assertThat(s.page(2)).as("the page that was copied").isResident();
    }

    /** tmpfs answers a read(2) of a hole without a page; ext4 reads the hole into one. */
    @ParameterizedTest
    @EnumSource(names = {"REGULAR", "SHM", "MEMFD"})
    void read_of_a_hole_brings_a_page_in_on_a_disk_alone(FileKind kind) {
        TestFile f = machine.hole("f", kind, 4 * P);
        Place s = alice.map("rw-s", 4 * P, f);

        assertThat(f).reads(P, "\0");

        if (kind == FileKind.REGULAR) {
            assertThat(s.page(1)).isResident();
        } else {
            assertThat(s.page(1)).isNotResident();
        }
    }

    @Test
    void only_the_written_part_of_a_file_that_was_made_longer_is_resident() {
        TestFile f = machine.file("f", "0123456789");
        assertThat(f.truncate(4 * P)).succeeds();
        Place s = alice.map("rw-s", 4 * P, f);

        assertThat(s).isResident().andPage(1).isNotResident();
    }

    @Test
    void protection_has_nothing_to_do_with_it() {
        Place a = alice.map("rw-p", 2 * P).put("x");
        assertThat(a.mprotect(2 * P, "---")).succeeds();

        assertThat(a).isResident().andPage(1).isNotResident();
    }

    @Test
    void advice_to_free_or_to_page_out_leaves_pages_while_memory_is_plenty() {
        Place a = alice.map("rw-p", P).put("x");

        for (Advice advice : new Advice[] {Advice.COLD, Advice.PAGEOUT, Advice.FREE}) {
            assertThat(a.madvise(P, advice)).succeeds();
            assertThat(a).isResident().reads("x");
        }
    }
}
