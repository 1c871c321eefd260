package io.github.mmaplab.kernel;

import static io.github.mmaplab.kernel.KernelAssertions.assertThat;
import static io.github.mmaplab.kernel.TestMachine.P;

import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What MAP_POPULATE does at once. */
final class PopulateTest {

    private final TestMachine machine = TestMachine.linux();
    private final TestProcess alice = machine.process();

    private Place populated(String letters, long length, TestFile file) {
        return alice.room()
                .mmap(letters, length)
                .file(file)
                .also(MapFlag.POPULATE)
                .made();
    }

    private Place populated(String letters, long length) {
        return alice.room().mmap(letters, length).also(MapFlag.POPULATE).made();
    }

    /** Whether a private mapping follows write(2) afterwards tells whether its pages were copied up front. */
    @ParameterizedTest
    @CsvSource({
        "rw-p, A", "-w-p, A", "r--p, n", "--xp, n", "r-xp, n", "rw-s, n",
    })
    void copies_writable_private_pages_of_a_file_up_front(String letters, String sees) {
        for (FileKind kind : new FileKind[] {FileKind.REGULAR, FileKind.SHM, FileKind.MEMFD}) {
            TestFile f = machine.filled(kind + letters, kind, 2);
            Place p = populated(letters, 2 * P, f);

            assertThat(f.write(P, "n")).succeeds();

            assertThat(p.page(1)).reads(sees.equals("A") ? "B" : sees);
        }
    }

    @Test
    void leaves_inaccessible_memory_alone() {
        TestFile f = machine.filled("f", FileKind.REGULAR, 1);
        Place p = populated("---p", P, f);
        assertThat(p).hasNoFrame();

        assertThat(f.write(0, "n")).succeeds();
        assertThat(p.mprotect(P, "rw-")).succeeds();

        assertThat(p).reads("n");
    }

    @Test
    void has_copied_nothing_when_a_read_only_mapping_becomes_writable() {
        TestFile f = machine.filled("f", FileKind.REGULAR, 1);
        Place p = populated("r--p", P, f);

        assertThat(p.mprotect(P, "rw-")).succeeds();
        assertThat(f.write(0, "n")).succeeds();

        assertThat(p).reads("n");
    }

    @Test
    void does_nothing_with_nonblock() {
        TestFile f = machine.filled("f", FileKind.REGULAR, 1);
        Place p = alice.room()
                .mmap("rw-p", P)
                .file(f)
                .also(MapFlag.POPULATE, MapFlag.NONBLOCK)
                .made();

        assertThat(p).hasNoFrame();
        assertThat(f.write(0, "n")).succeeds();
        assertThat(p).reads("n");
    }

    @ParameterizedTest
    @EnumSource(names = {"REGULAR", "SHM", "MEMFD"})
    void stops_at_the_end_of_the_file_without_a_word(FileKind kind) {
        TestFile f = machine.filled("f", kind, 3);

        for (String letters : new String[] {"rw-s", "rw-p"}) {
            Place p = populated(letters, 5 * P, f);
            assertThat(p.page(2)).isResident().reads("C");
            assertThat(p.page(3)).raises(Signal.SIGBUS, SignalCode.BUS_ADRERR);
        }
    }

    @Test
    void loses_its_copies_to_truncation_like_any_other() {
        TestFile f = machine.filled("f", FileKind.REGULAR, 2);
        Place p = populated("rw-p", 2 * P, f);

        assertThat(f.truncate(P)).succeeds();

        assertThat(p).reads("A");
        assertThat(p.page(1)).raises(Signal.SIGBUS, SignalCode.BUS_ADRERR);
    }

    @Test
    void copies_holes_too() {
        TestFile f = machine.hole("f", FileKind.REGULAR, 4 * P);
        Place p = populated("rw-p", 4 * P, f);

        assertThat(f.write(P, "z")).succeeds();

        assertThat(p.page(1)).readsZero();
    }

    @ParameterizedTest
    @CsvSource({"rw-p, true", "r--p, true", "---p, false", "rw-s, true", "r--s, true", "---s, false"})
    void makes_accessible_anonymous_memory_resident(String letters, boolean resident) {
        Place p = populated(letters, 2 * P);

        if (resident) {
            assertThat(p).isResident();
            assertThat(p.page(1)).isResident();
        } else {
            assertThat(p).isNotResident();
        }
    }

    @Test
    void gives_writable_private_memory_pages_of_its_own_and_read_only_memory_the_zero_page() {
        assertThat(populated("rw-p", P)).hasNotFrame(FrameId.ZERO);
        assertThat(populated("r--p", P)).hasZeroPage();
    }

    @ParameterizedTest
    @EnumSource(names = {"REGULAR", "SHM", "MEMFD"})
    void brings_holes_into_the_page_cache(FileKind kind) {
        TestFile f = machine.hole("f", kind, 2 * P);

        Place p = populated("rw-s", 2 * P, f);

        assertThat(p.page(1)).isResident();
    }

    /** What a kernel cannot do within reason it refuses by name, and does nothing of it. */
    @Test
    void is_refused_where_it_would_take_more_memory_than_there_is() {
        Place p = alice.at(machine.room(1L << 40));

        assertThat(p.mmap("rw-p", 1L << 40).also(MapFlag.POPULATE).call()).isRefused();

        assertThat(p).maps("nothing");
    }

    @Test
    void ends_before_it_costs_anything_in_an_empty_file() {
        Place p = populated("rw-s", 1L << 33, machine.file("f", ""));

        assertThat(p).maps("0..2097152 rw-s @0 f").raises(Signal.SIGBUS, SignalCode.BUS_ADRERR);
    }
}
