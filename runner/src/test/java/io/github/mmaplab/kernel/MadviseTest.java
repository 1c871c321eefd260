package io.github.mmaplab.kernel;

import static io.github.mmaplab.kernel.KernelAssertions.assertThat;
import static io.github.mmaplab.kernel.TestMachine.P;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MadviseTest {

    private final TestMachine machine = TestMachine.linux();
    private final TestProcess alice = machine.process();
    private final Place a = alice.room();

    private static final Set<Advice> DROPS = EnumSet.of(Advice.DONTNEED, Advice.DONTNEED_LOCKED, Advice.REMOVE);
    private static final Set<Advice> ONLY_ANONYMOUS = EnumSet.of(Advice.FREE, Advice.WIPEONFORK);

    /** What each advice comes to for memory of each kind, of which page 0 was stored to; and what that page reads. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REMOVE", "GUARD_INSTALL"})
    void does_to_each_kind_of_memory_what_it_says(Advice advice) {
        boolean drops = DROPS.contains(advice);
        String anonymousOnly = ONLY_ANONYMOUS.contains(advice) ? "EINVAL" : "ok";
        boolean populates = advice == Advice.POPULATE_READ || advice == Advice.POPULATE_WRITE;
        String stores = advice == Advice.POPULATE_WRITE ? "EINVAL" : anonymousOnly;

        check(alice.map("rw-p", 2 * P).put("z"), advice, "ok", drops ? "\0" : "z");
        check(alice.map("rw-s", 2 * P).put("z"), advice, anonymousOnly, "z");
        check(file("rw-p", FileKind.REGULAR), advice, anonymousOnly, drops ? "A" : "z");
        check(file("rw-s", FileKind.REGULAR), advice, anonymousOnly, "z");
        check(file("rw-s", FileKind.SHM), advice, anonymousOnly, "z");
        check(file("rw-s", FileKind.MEMFD), advice, anonymousOnly, "z");
        TestFile f = machine.filled("r", FileKind.REGULAR, 2);
        check(alice.room().mmap("r--s", 2 * P).file(f).opened(OpenMode.READ).made(), advice, stores, "A");

        Place none = alice.map("---p", 2 * P);
        assertThat(none.madvise(2 * P, advice)).comesTo(populates ? "EINVAL" : "ok");
        assertThat(none).raises(Signal.SIGSEGV, SignalCode.SEGV_ACCERR);
    }

    @Test
    void remove_takes_the_page_of_shared_memory_from_its_file() {
        Advice remove = Advice.REMOVE;
        check(alice.map("rw-p", 2 * P).put("z"), remove, "EINVAL", "z");
        check(file("rw-p", FileKind.REGULAR), remove, "EACCES", "z");
        check(alice.map("rw-s", 2 * P).put("z"), remove, "ok", "\0");
        check(file("rw-s", FileKind.REGULAR), remove, "ok", "\0");
        check(file("rw-s", FileKind.MEMFD), remove, "ok", "\0");
        TestFile f = machine.filled("r", FileKind.REGULAR, 2);
        check(alice.room().mmap("r--s", 2 * P).file(f).opened(OpenMode.READ).made(), remove, "EACCES", "A");
    }

    /** Memory that every advice can be given for. */
    private static String letters(Advice advice) {
        return advice == Advice.REMOVE ? "rw-s" : "rw-p";
    }

    private Place file(String letters, FileKind kind) {
        return alice.map(letters, 2 * P, machine.filled(kind + letters, kind, 2))
                .put("z");
    }

    private static void check(Place place, Advice advice, String comesTo, String reads) {
        assertThat(place.madvise(2 * P, advice)).comesTo(comesTo);
        assertThat(place).reads(reads);
    }

    @ParameterizedTest
    @EnumSource
    void checks_its_arguments(Advice advice) {
        Place p = alice.map(letters(advice), P);

        assertThat(p.plus(1).madvise(P, advice)).fails(Errno.EINVAL);
        assertThat(p.plus(1).madvise(0, advice)).fails(Errno.EINVAL);
        assertThat(p.madvise(0, advice)).succeeds();
        assertThat(p.madvise(1, advice)).succeeds();
        assertThat(alice.room().madvise(P, advice)).fails(Errno.ENOMEM);
        assertThat(alice.room().madvise(0, advice)).succeeds();
        assertThat(p.madvise(-1, advice)).fails(Errno.EINVAL);
        assertThat(p.madvise(-4096, advice)).fails(Errno.EINVAL);
        assertThat(p.madvise(1L << 63, advice)).fails(Errno.ENOMEM);
        assertThat(alice.at(1L << 47).madvise(P, advice)).fails(Errno.ENOMEM);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GUARD_INSTALL")
    void skips_a_hole_and_reports_it(Advice advice) {
        a.map(letters(advice), 3 * P).put("a").page(2).put("c");
        assertThat(a.page(1).munmap(P)).succeeds();

        assertThat(a.madvise(3 * P, advice)).fails(Errno.ENOMEM);

        assertThat(a).reads(DROPS.contains(advice) ? "\0" : "a");
        assertThat(a.page(2)).reads(DROPS.contains(advice) ? "\0" : "c");
    }

    @Nested
    class GuardInstall {

        @Test
        void takes_the_pages_and_lets_accesses_fail() {
            a.map("rw-p", 3 * P).put("a").page(1).put("b");

            assertThat(a.page(1).madvise(P, Advice.GUARD_INSTALL)).succeeds();

            assertThat(a).reads("a");
            assertThat(a.page(1)).isNotResident().raises(Signal.SIGSEGV, SignalCode.SEGV_MAPERR);
            assertThat(a.page(1).madvise(P, Advice.GUARD_REMOVE)).succeeds();
            assertThat(a.page(1)).readsZero();
        }

        @Test
        void skips_a_hole_and_reports_it() {
            a.map("rw-p", 3 * P).put("a").page(2).put("c");
            assertThat(a.page(1).munmap(P)).succeeds();

            assertThat(a.madvise(3 * P, Advice.GUARD_INSTALL)).fails(Errno.ENOMEM);

            assertThat(a).raises(Signal.SIGSEGV, SignalCode.SEGV_MAPERR);
            assertThat(a.page(2)).raises(Signal.SIGSEGV, SignalCode.SEGV_MAPERR);
        }
    }

    @Nested
    class Dontneed {

        @Test
        void gives_private_memory_back() {
            a.map("rw-p", P).put("z");

            assertThat(a.madvise(P, Advice.DONTNEED)).succeeds();

            assertThat(a).isNotResident();
            assertThat(machine.pages()).isZero();
            assertThat(a).readsZero().hasZeroPage().isResident();
        }

        @Test
        void lets_a_private_mapping_follow_the_file_again() {
            TestFile f = machine.filled("f", FileKind.REGULAR, 1);
            a.map("rw-p", P, f, 0).put("z");

            assertThat(a.madvise(P, Advice.DONTNEED)).succeeds();

            assertThat(a).isResident().reads("A");
            assertThat(f.write(0, "n")).succeeds();
            assertThat(a).reads("n");
        }

        @Test
        void takes_nothing_from_shared_memory() {
            a.map("rw-s", P).put("z");

            assertThat(a.madvise(P, Advice.DONTNEED)).succeeds();

            assertThat(a).isResident().reads("z");
        }

        @ParameterizedTest
        @ValueSource(longs = {3 * P, 1L << 48, 1L << 63, -(1L << 45)})
        void goes_on_behind_a_hole_however_far(long length) {
            a.page(1).map("rw-p", P).put("z");

            assertThat(a.madvise(length, Advice.DONTNEED)).fails(Errno.ENOMEM);

            assertThat(a.page(1)).readsZero();
        }

        @Test
        void leaves_a_relative_its_page() {
            a.map("rw-p", P).put("z");
            Place child = alice.fork().at(a);

            assertThat(a.madvise(P, Advice.DONTNEED)).succeeds();

            assertThat(a).readsZero();
            assertThat(child).reads("z");
        }
    }

    @Nested
    class Populate {

        @Test
        void read_needs_memory_that_can_be_read() {
            a.map("-w-p", P);

            assertThat(a.madvise(P, Advice.POPULATE_READ)).fails(Errno.EINVAL);
            assertThat(a.madvise(P, Advice.POPULATE_WRITE)).succeeds();
        }

        @Test
        void write_needs_memory_that_can_be_written() {
            a.map("r--p", P);

            assertThat(a.madvise(P, Advice.POPULATE_WRITE)).fails(Errno.EINVAL);
            assertThat(a).isNotResident();
            assertThat(a.madvise(P, Advice.POPULATE_READ)).succeeds();
            assertThat(a).isResident().hasZeroPage();
        }

        @Test
        void fails_behind_the_end_of_the_file() {
            TestFile f = machine.filled("f", FileKind.REGULAR, 1);
            for (String letters : new String[] {"rw-s", "rw-p"}) {
                Place p = alice.map(letters, 3 * P, f);

                assertThat(p.madvise(3 * P, Advice.POPULATE_READ)).fails(Errno.EFAULT);
                assertThat(p.madvise(3 * P, Advice.POPULATE_WRITE)).fails(Errno.EFAULT);
                assertThat(p.madvise(P, Advice.POPULATE_READ)).succeeds();
            }
        }

        @Test
        void write_copies_a_private_page_and_read_does_not() {
            TestFile f = machine.filled("f", FileKind.REGULAR, 1);
            Place copied = alice.map("rw-p", P, f);
            Place loaded = alice.map("rw-p", P, f);

            assertThat(copied.madvise(P, Advice.POPULATE_WRITE)).succeeds();
            assertThat(loaded.madvise(P, Advice.POPULATE_READ)).succeeds();
            assertThat(f.write(0, "n")).succeeds();

            assertThat(copied).reads("A");
            assertThat(loaded).reads("n");
        }

        @Test
        void fills_private_memory() {
            a.map("rw-p", 2 * P);

            assertThat(a.madvise(P, Advice.POPULATE_WRITE)).succeeds();

            assertThat(a).isResident();
            assertThat(a.page(1)).isNotResident();
            assertThat(machine.pages()).isEqualTo(1);
        }

        @Test
        void of_more_than_there_is_memory_is_refused() {
            Place huge = alice.map("rw-p", 1L << 40);

            assertThat(huge.madvise(1L << 40, Advice.POPULATE_WRITE)).isRefused();

            assertThat(machine.pages()).isZero();
        }
    }

    /** MADV_FREE gives pages up; whether MADV_PAGEOUT then takes them is not promised, and on Linux 6.18 it does. */
    @Nested
    class Pageout {

        private final Place a = alice.map("rw-p", 2 * P);

        @Test
        void of_a_page_that_was_given_up_is_refused() {
            assertThat(a.store("a")).succeeds();
            assertThat(a.madvise(P, Advice.FREE)).succeeds();

            assertThat(a.madvise(P, Advice.PAGEOUT)).isRefused();

            assertThat(a).reads("a");
        }

        @Test
        void of_a_page_that_was_stored_to_since_leaves_it() {
            assertThat(a.store("a")).succeeds();
            assertThat(a.madvise(P, Advice.FREE)).succeeds();
            assertThat(a.store("b")).succeeds();

            assertThat(a.madvise(P, Advice.PAGEOUT)).succeeds();

            assertThat(a).reads("b");
        }

        @Test
        void of_a_page_beside_leaves_it() {
            assertThat(a.store("a")).succeeds();
            assertThat(a.page(1).store("c")).succeeds();
            assertThat(a.madvise(P, Advice.FREE)).succeeds();

            assertThat(a.page(1).madvise(P, Advice.PAGEOUT)).succeeds();

            assertThat(a.page(1)).reads("c");
        }
    }

    /** Which advices /proc/PID/maps shows, and whether what undoes them lets it forget. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RANDOM     | NORMAL      | 0..1 rw-p, 1..2 rw-p, 2..3 rw-p | 0..3 rw-p",
                "SEQUENTIAL | NORMAL      | 0..1 rw-p, 1..2 rw-p, 2..3 rw-p | 0..3 rw-p",
                "DONTDUMP   | DODUMP      | 0..1 rw-p, 1..2 rw-p, 2..3 rw-p | 0..3 rw-p",
                "WIPEONFORK | KEEPONFORK  | 0..1 rw-p, 1..2 rw-p, 2..3 rw-p | 0..3 rw-p",
                "DONTFORK   | DOFORK      | 0..1 rw-p, 1..2 rw-p, 2..3 rw-p | 0..3 rw-p",
                "MERGEABLE  | UNMERGEABLE | 0..1 rw-p, 1..2 rw-p, 2..3 rw-p | 0..3 rw-p",
                "HUGEPAGE   | NOHUGEPAGE  | 0..1 rw-p, 1..2 rw-p, 2..3 rw-p | 0..1 rw-p, 1..2 rw-p, 2..3 rw-p",
                "WILLNEED   | NORMAL      | 0..3 rw-p                       | 0..3 rw-p",
                "DONTNEED   | NORMAL      | 0..3 rw-p                       | 0..3 rw-p",
                "FREE       | NORMAL      | 0..3 rw-p                       | 0..3 rw-p",
                "COLD       | NORMAL      | 0..3 rw-p                       | 0..3 rw-p",
                "PAGEOUT    | NORMAL      | 0..3 rw-p                       | 0..3 rw-p",
                "DOFORK     | NORMAL      | 0..3 rw-p                       | 0..3 rw-p",
                "KEEPONFORK | NORMAL      | 0..3 rw-p                       | 0..3 rw-p",
            })
    void splits_a_mapping_where_neighbours_differ(Advice advice, Advice undone, String maps, String afterwards) {
        a.map("rw-p", 3 * P);

        assertThat(a.page(1).madvise(P, advice)).succeeds();
        assertThat(a).maps(maps);

        assertThat(a.page(1).madvise(P, undone)).succeeds();
        assertThat(a).maps(afterwards);
    }

    @Test
    void merges_all_that_it_makes_alike() {
        a.map("rw-p", 4 * P);
        assertThat(a.page(1).madvise(P, Advice.RANDOM)).succeeds();
        assertThat(a.page(2).madvise(P, Advice.SEQUENTIAL)).succeeds();
        assertThat(a).maps("0..1 rw-p, 1..2 rw-p, 2..3 rw-p, 3..4 rw-p");

        assertThat(a.madvise(4 * P, Advice.RANDOM)).succeeds();

        assertThat(a).maps("0..4 rw-p");
    }
}
