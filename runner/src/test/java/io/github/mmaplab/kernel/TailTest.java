package io.github.mmaplab.kernel;

import static io.github.mmaplab.abi.Signal.SIGBUS;
import static io.github.mmaplab.abi.Signal.SIGSEGV;
import static io.github.mmaplab.abi.SignalCode.BUS_ADRERR;
import static io.github.mmaplab.abi.SignalCode.SEGV_ACCERR;
import static io.github.mmaplab.kernel.KernelAssertions.assertThat;
import static io.github.mmaplab.kernel.TestMachine.P;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.SyncFlag;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What lies behind the end of a file in its last page, and what truncation and punching do to pages that are mapped. */
final class TailTest {

    private final TestMachine machine = TestMachine.linux();
    private final TestProcess alice = machine.process();

    /** A file of ten bytes, mapped shared, with a T stored at byte 100. */
    private Place tail(FileKind kind) {
        return tail(machine.file("f", kind, "A".repeat(10)));
    }

    private Place tail(TestFile f) {
        Place s = alice.map("rw-s", P, f);
        s.plus(100).put("T");
        return s;
    }

    @ParameterizedTest
    @EnumSource(names = {"REGULAR", "SHM", "MEMFD"})
    void is_zero_at_first_and_shared_by_those_who_map_it_but_never_read(FileKind kind) {
        TestFile f = machine.file("f", kind, "A".repeat(10));
        Place other = alice.map("rw-s", P, f);
        Place p = alice.map("rw-p", P, f);
        assertThat(other.plus(10)).readsZero().andPage(0).readsZero();
        assertThat(other.plus(4095)).readsZero();

        Place s = tail(f);
        s.plus(10).put("U");

        assertThat(other.plus(100)).reads("T");
        assertThat(other.plus(10)).reads("U");
        assertThat(p.plus(100)).reads("T");
        assertThat(f.read(10, 100)).reads("");
        assertThat(alice.map("r--s", P, f).plus(100)).reads("T");
    }

    /** What happens to the T at 100 of the ten bytes, on a disk and in memory. */
    @Nested
    class WhenTheFileIs {

        @ParameterizedTest
        @CsvSource({"REGULAR, '\0'", "SHM, T", "MEMFD, T"})
        void written_back(FileKind kind, String kept) {
            Place s = tail(kind);
            assertThat(s.msync(P, SyncFlag.ASYNC)).succeeds();
            assertThat(s.plus(100)).reads("T");

            assertThat(s.msync(P, SyncFlag.SYNC)).succeeds();
            assertThat(s.plus(100)).reads(kept);

            s.plus(100).put("X");
            assertThat(s.plus(100)).reads("X");
        }

        @ParameterizedTest
        @CsvSource({"REGULAR, '\0'", "SHM, T", "MEMFD, T"})
        void synced(FileKind kind, String kept) {
            TestFile f = machine.file("f", kind, "A".repeat(10));
            Place s = tail(f);
            assertThat(s.madvise(P, Advice.DONTNEED)).succeeds();
            assertThat(s.munmap(P)).succeeds();
            Place again = alice.map("rw-s", P, f);
            assertThat(again.plus(100)).reads("T");

            assertThat(f.sync()).succeeds();

            assertThat(again.plus(100)).reads(kept);
        }

        @ParameterizedTest
        @CsvSource({
            "REGULAR, 200, '\0'", "REGULAR, 4096, '\0'", "REGULAR, 8199, '\0'", "REGULAR, 50, '\0'",
            "SHM, 200, T", "SHM, 4096, T", "SHM, 8199, T", "SHM, 50, T",
            "MEMFD, 200, T", "MEMFD, 4096, T", "MEMFD, 8199, T", "MEMFD, 50, T",
        })
        void made_longer(FileKind kind, long size, String kept) {
            TestFile f = machine.file("f", kind, "A".repeat(10));
            Place s = tail(f);

            assertThat(f.truncate(size)).succeeds();

            assertThat(s.plus(100)).reads(kept);
            if (size > 100) {
                assertThat(f).reads(100, kept);
            }
        }

        @ParameterizedTest
        @EnumSource(names = {"REGULAR", "SHM", "MEMFD"})
        void made_shorter_or_left_as_long_as_it_is(FileKind kind) {
            TestFile f = machine.file("f", kind, "A".repeat(10));
            Place s = tail(f);

            assertThat(f.truncate(10)).succeeds();
            assertThat(s.plus(100)).readsZero();

            s.plus(100).put("T");
            assertThat(f.truncate(5)).succeeds();
            assertThat(s.plus(100)).readsZero();
            assertThat(s.plus(4)).reads("A\0");
        }

        /** On a disk what comes into the file between the old end and the write is zero; what lies behind it stays. */
        @ParameterizedTest
        @CsvSource({
            "REGULAR, 200, '\0'",
            "REGULAR, 8192, '\0'",
            "REGULAR, 50, T",
            "REGULAR, 5, T",
            "REGULAR, 3, T",
            "SHM, 200, T",
            "SHM, 8192, T",
            "SHM, 50, T",
            "MEMFD, 200, T",
            "MEMFD, 8192, T",
            "MEMFD, 50, T",
        })
        void written_at(FileKind kind, long offset, String kept) {
            TestFile f = machine.file("f", kind, "A".repeat(10));
            Place s = tail(f);

            assertThat(f.write(offset, "WWWWWWWWWW")).succeeds();

            assertThat(s.plus(100)).reads(kept);
        }

        @Test
        void appended_to() {
            TestFile f = machine.file("f", "A".repeat(10));
            Place s = tail(f);
            s.plus(20).put("U");

            assertThat(f.write(10, "w".repeat(50))).succeeds();
            assertThat(f).reads(20, "w");
            assertThat(s.plus(100)).reads("T");

            assertThat(f.write(150, "x")).succeeds();
            assertThat(f).reads(100, "\0");
        }

        @ParameterizedTest
        @CsvSource({
            "REGULAR, 0, 4096, '\0'",
            "REGULAR, 5, 3, T",
            "REGULAR, 5, 5, T",
            "REGULAR, 5, 6, '\0'",
            "REGULAR, 10, 1000, T",
            "REGULAR, 50, 100, T",
            "REGULAR, 5, 145, '\0'",
            "REGULAR, 5, 6000, '\0'",
            "SHM, 0, 4096, '\0'",
            "SHM, 5, 3, T",
            "SHM, 10, 1000, '\0'",
            "SHM, 50, 100, '\0'",
            "SHM, 5, 20, T",
            "MEMFD, 0, 4096, '\0'",
            "MEMFD, 5, 3, T",
            "MEMFD, 10, 1000, '\0'",
            "MEMFD, 50, 100, '\0'",
        })
        void punched(FileKind kind, long offset, long length, String kept) {
            TestFile f = machine.file("f", kind, "A".repeat(10));
            Place s = tail(f);

            assertThat(f.punch(offset, length)).succeeds();

            assertThat(s.plus(100)).reads(kept);
            assertThat(s.plus(5)).reads(offset <= 5 ? "\0" : "A");
            assertThat(f).hasSize(10);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"REGULAR", "SHM", "MEMFD"})
    void of_a_private_mapping_stays_with_it(FileKind kind) {
        TestFile f = machine.file("f", kind, "A".repeat(10));
        Place p = alice.map("rw-p", P, f);
        Place s = alice.map("rw-s", P, f);
        p.plus(100).put("T");
        assertThat(s.plus(100)).readsZero();

        assertThat(f.truncate(P)).succeeds();

        assertThat(p.plus(100)).reads("T");
        assertThat(s.plus(100)).readsZero();
        assertThat(f).reads(100, "\0");
    }

    @Nested
    class Truncation {

        @ParameterizedTest
        @EnumSource(names = {"REGULAR", "SHM", "MEMFD"})
        void zeroes_a_page_that_is_cut_through_but_not_its_private_copies(FileKind kind) {
            TestFile f = machine.filled("f", kind, 1);
            Place s = alice.map("rw-s", P, f);
            Place uncopied = alice.map("rw-p", P, f);
            Place copied = alice.map("rw-p", P, f).put("c");
            assertThat(uncopied).reads("A");

            assertThat(f.truncate(50)).succeeds();

            assertThat(s.plus(49)).reads("A\0");
            assertThat(s.plus(4095)).readsZero();
            assertThat(uncopied.plus(49)).reads("A\0");
            assertThat(copied.plus(49)).reads("AA");

            assertThat(f.truncate(P)).succeeds();
            assertThat(s.plus(50)).readsZero();
            assertThat(f).reads(50, "\0");
            assertThat(copied.plus(50)).reads("A");
        }

        @ParameterizedTest
        @EnumSource(names = {"REGULAR", "SHM", "MEMFD"})
        void takes_pages_behind_the_end_away_from_private_mappings_too(FileKind kind) {
            TestFile f = machine.filled("f", kind, 3);
            Place p = alice.map("rw-p", 3 * P, f);
            p.plus(P + 5).put("y");
            p.page(2).put("z");

            assertThat(f.truncate(P + 100)).succeeds();
            assertThat(p.page(2)).raises(SIGBUS, BUS_ADRERR);
            assertThat(p.plus(P + 5)).reads("y");
            assertThat(p.plus(P + 200)).reads("B");
            assertThat(p.plus(2 * P - 1)).reads("B");

            assertThat(f.truncate(3 * P)).succeeds();
            assertThat(p.page(2)).readsZero();
            assertThat(p.plus(P + 5)).reads("y");
            assertThat(p.plus(P + 200)).reads("B");
            assertThat(f).reads(P + 200, "\0");
        }

        @Test
        void to_nothing_takes_every_page() {
            TestFile f = machine.filled("f", FileKind.REGULAR, 2);
            Place p = alice.map("rw-p", 2 * P, f);
            p.page(1).put("y");
            assertThat(f.truncate(0)).succeeds();
            assertThat(p).raises(SIGBUS, BUS_ADRERR).andPage(1).raises(SIGBUS, BUS_ADRERR);
            assertThat(machine.pages()).isZero();

            assertThat(f.truncate(2 * P)).succeeds();
            assertThat(p).readsZero().andPage(1).readsZero();
        }

        @Test
        void keeps_a_copied_page_of_which_one_byte_is_left() {
            TestFile f = machine.filled("f", FileKind.REGULAR, 2);
            Place p = alice.map("rw-p", 2 * P, f);
            p.page(1).put("q");

            assertThat(f.truncate(P + 1)).succeeds();
            assertThat(p.page(1)).reads("q");

            assertThat(f.truncate(P)).succeeds();
            assertThat(p).reads("A").andPage(1).raises(SIGBUS, BUS_ADRERR);
        }

        @Test
        void takes_copies_whatever_the_protection_is_now() {
            TestFile f = machine.filled("f", FileKind.REGULAR, 1);
            Place p = alice.map("rw-p", P, f).put("x");
            assertThat(p.mprotect(P, "r--")).succeeds();

            assertThat(f.truncate(0)).succeeds();

            assertThat(p).raises(SIGBUS, BUS_ADRERR);
            assertThat(p.mprotect(P, "---")).succeeds();
            assertThat(p).raises(SIGSEGV, SEGV_ACCERR);
        }

        @Test
        void reaches_every_process_and_every_offset() {
            TestFile f = machine.filled("f", FileKind.REGULAR, 4);
            Place p = alice.room().map("rw-p", 2 * P, f, 2 * P);
            p.page(1).put("x");
            TestProcess child = alice.fork();
            Place s = machine.process().map("rw-s", 4 * P, f);
            assertThat(s.page(3)).reads("D");

            assertThat(f.truncate(3 * P)).succeeds();

            assertThat(p).reads("C").andPage(1).raises(SIGBUS, BUS_ADRERR);
            assertThat(child.at(p)).reads("C").andPage(1).raises(SIGBUS, BUS_ADRERR);
            assertThat(s.page(2)).reads("C").andPage(1).raises(SIGBUS, BUS_ADRERR);
        }

        @Test
        void leaves_other_mappings_of_the_process_alone() {
            TestFile f = machine.filled("f", FileKind.REGULAR, 2);
            TestFile g = machine.filled("g", FileKind.REGULAR, 2);
            Place p = alice.map("rw-p", P).put("x");
            p.page(1).map("rw-s", P, f, P);
            p.page(2).map("rw-s", P, g, P);
            assertThat(p.page(1)).reads("B").andPage(1).reads("B");

            assertThat(f.truncate(0)).succeeds();

            assertThat(p).reads("x").andPage(2).reads("B");
        }
    }

    @Nested
    class Punching {

        @ParameterizedTest
        @EnumSource(names = {"REGULAR", "SHM", "MEMFD"})
        void keeps_private_copies(FileKind kind) {
            TestFile f = machine.filled("f", kind, 4);
            Place s = alice.map("rw-s", 4 * P, f);
            Place uncopied = alice.map("rw-p", 4 * P, f);
            Place copied = alice.map("rw-p", 4 * P, f);
            for (int i = 0; i < 4; i++) {
                assertThat(s.page(i)).reads("ABCD".substring(i, i + 1));
                assertThat(uncopied.page(i)).reads("ABCD".substring(i, i + 1));
                copied.page(i).plus(1).put("c");
            }

            assertThat(f.punch(P, P)).succeeds();
            assertThat(s.page(1)).readsZero().andPage(1).reads("C");
            assertThat(uncopied.page(1)).readsZero();
            assertThat(copied.page(1)).reads("Bc");
            assertThat(f).reads(P, "\0").reads(P - 1, "A");

            assertThat(f.punch(100, 100)).succeeds();
            assertThat(s.plus(99)).reads("A" + "\0".repeat(100) + "A");
            assertThat(copied.plus(100)).reads("A");
            assertThat(uncopied.plus(100)).readsZero();

            assertThat(f.punch(2 * P + 100, P)).succeeds();
            assertThat(s.plus(2 * P + 99)).reads("C\0");
            assertThat(s.plus(3 * P + 99)).reads("\0D");
            assertThat(copied.plus(2 * P + 100)).reads("C");
            assertThat(copied.plus(3 * P + 50)).reads("D");
            assertThat(f).hasSize(4 * P);

            s.page(1).put("h");
            assertThat(f).reads(P, "h");
        }

        @ParameterizedTest
        @EnumSource(names = {"REGULAR", "SHM", "MEMFD"})
        void may_reach_past_the_end(FileKind kind) {
            TestFile f = machine.filled("f", kind, 4);
            Place s = alice.map("rw-s", 4 * P, f);

            assertThat(f.punch(3 * P, 10 * P)).succeeds();

            assertThat(f).hasSize(4 * P);
            assertThat(s.plus(4 * P - 1)).readsZero();
        }

        @Test
        void gives_whole_pages_back() {
            TestFile f = machine.filled("f", FileKind.SHM, 4);

            assertThat(f.punch(P - 1, 2 * P + 2)).succeeds();

            assertThat(machine.pages()).isEqualTo(2);
            assertThat(f).reads(P - 2, "A\0").reads(3 * P, "\0D");
        }
    }
}
