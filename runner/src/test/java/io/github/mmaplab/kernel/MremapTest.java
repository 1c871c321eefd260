package io.github.mmaplab.kernel;

import static io.github.mmaplab.abi.RemapFlag.DONTUNMAP;
import static io.github.mmaplab.abi.RemapFlag.FIXED;
import static io.github.mmaplab.abi.RemapFlag.MAYMOVE;
import static io.github.mmaplab.kernel.KernelAssertions.assertThat;
import static io.github.mmaplab.kernel.TestMachine.P;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.RemapFlag;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments, growing and shrinking; what moves is in {@link MremapMoveTest}. */
final class MremapTest {

    private static final long END = (1L << 47) - P;

    private final TestMachine machine = TestMachine.linux();
    private final TestProcess alice = machine.process();
    private final TestFile f = machine.filled("f", FileKind.REGULAR, 8);
    private final Place a = alice.room();
    private final Place there = alice.room();

    @Nested
    class Arguments {

        @Test
        void a_new_length_of_zero_is_refused() {
            a.map("rw-p", 2 * P);

            assertThat(a.mremap(2 * P, 0)).fails(Errno.EINVAL);
            assertThat(a.mremap(2 * P, 0, there, MAYMOVE)).fails(Errno.EINVAL);
            assertThat(a.mremap(2 * P, 0, there, MAYMOVE, FIXED)).fails(Errno.EINVAL);
            assertThat(a.mremap(0, 0)).fails(Errno.EINVAL);

            assertThat(a).maps("0..2 rw-p");
        }

        @Test
        void an_unaligned_address_is_refused_mapped_or_not() {
            assertThat(a.plus(1).mremap(P, 2 * P)).fails(Errno.EINVAL);
            a.map("rw-p", P);
            assertThat(a.plus(1).mremap(P, 2 * P)).fails(Errno.EINVAL);
        }

        @Test
        void fixed_and_dontunmap_need_maymove() {
            a.map("rw-p", P);

            assertThat(a.mremap(P, P, there, FIXED)).fails(Errno.EINVAL);
            assertThat(a.mremap(P, P, there, DONTUNMAP)).fails(Errno.EINVAL);
        }

        @Test
        void an_unaligned_target_is_refused_with_fixed_alone() {
            a.map("rw-p", P);

            assertThat(a.mremap(P, P, there.plus(1), MAYMOVE, FIXED)).fails(Errno.EINVAL);
            assertThat(a.mremap(P, P, there.plus(1), MAYMOVE)).moves(a);
        }

        @ParameterizedTest
        @ValueSource(longs = {1L << 47, 1L << 48, 1L << 63, -4096, -1})
        void a_new_length_beyond_user_space_is_refused(long length) {
            a.map("rw-p", 2 * P);

            assertThat(a.mremap(2 * P, length)).fails(Errno.EINVAL);
            assertThat(a.mremap(2 * P, length, there, MAYMOVE)).fails(Errno.EINVAL);
            assertThat(a.mremap(2 * P, length, there, MAYMOVE, FIXED)).fails(Errno.EINVAL);

            assertThat(a).maps("0..2 rw-p");
        }

        @Test
        void an_old_length_beyond_user_space_is_refused() {
            a.map("rw-p", 2 * P);

            assertThat(a.mremap(1L << 48, P)).fails(Errno.EINVAL);
            assertThat(a.mremap(-4096, P)).fails(Errno.EINVAL);
            assertThat(a.mremap(-1, P, there, MAYMOVE)).as("it rounds to 0").fails(Errno.EINVAL);
            assertThat(a.mremap(1L << 63, 1L << 63)).fails(Errno.EINVAL);
            assertThat(a.mremap(-4096, -4096, there, MAYMOVE)).fails(Errno.EINVAL);

            assertThat(a).maps("0..2 rw-p");
        }

        @ParameterizedTest
        @CsvSource({
            "0x00007ffffffff000, 1, EINVAL",
            "0x00007fffffffe000, 2, EINVAL",
            "0x0000800000000000, 1, EINVAL",
            "0x8000000000000000, 1, EINVAL",
            "0xfffffffffffff000, 1, EINVAL",
            "0x0000000000000000, 1, EPERM",
            "0x0000000000001000, 1, ok",
            "0x00007fffffffe000, 1, ok",
        })
        void a_fixed_target_must_lie_in_user_space(String target, long pages, String comesTo) {
            a.map("rw-p", pages * P).put("x");

            Place place = alice.at(Long.parseUnsignedLong(target.substring(2), 16));
            assertThat(a.mremap(pages * P, pages * P, place, MAYMOVE, FIXED)).comesTo(comesTo);

            assertThat(comesTo.equals("ok") ? place : a).reads("x");
        }

        @Test
        void old_and_new_range_may_not_overlap() {
            a.map("rw-p", 4 * P).put("m");

            assertThat(a.mremap(2 * P, 2 * P, a.page(1), MAYMOVE, FIXED)).fails(Errno.EINVAL);
            assertThat(a.mremap(2 * P, 2 * P, a.page(-1), MAYMOVE, FIXED)).fails(Errno.EINVAL);
            assertThat(a.mremap(2 * P, 2 * P, a, MAYMOVE, FIXED)).fails(Errno.EINVAL);

            assertThat(a.mremap(2 * P, 2 * P, a.page(2), MAYMOVE, FIXED)).moves(a.page(2));
            assertThat(a).maps("2..4 rw-p");
            assertThat(a.page(2)).reads("m");
        }

        @Test
        void what_is_wrong_in_itself_comes_before_what_is_not_mapped() {
            assertThat(a.mremap(P, 0)).fails(Errno.EINVAL);
            assertThat(a.mremap(P, P, there, FIXED)).fails(Errno.EINVAL);
            assertThat(a.mremap(P, P, there.plus(1), MAYMOVE, FIXED)).fails(Errno.EINVAL);
            assertThat(a.mremap(P, P, alice.at(END), MAYMOVE, FIXED)).fails(Errno.EINVAL);
            assertThat(a.mremap(P, P, a, MAYMOVE, FIXED)).fails(Errno.EINVAL);
            assertThat(a.mremap(P, 2 * P, there, MAYMOVE, DONTUNMAP)).fails(Errno.EINVAL);
            assertThat(a.mremap(P, 1L << 48)).fails(Errno.EINVAL);
            assertThat(a.mremap(0, P, there, MAYMOVE)).fails(Errno.EFAULT);
        }

        @Test
        void a_failure_leaves_the_target_as_it_was() {
            there.map("rw-p", P).put("T");
            assertThat(a.mremap(P, P, there, MAYMOVE, FIXED)).fails(Errno.EFAULT);

            a.map("rw-p", P);
            assertThat(a.mremap(2 * P, 3 * P, there, MAYMOVE, FIXED)).fails(Errno.EFAULT);
            assertThat(a.mremap(0, P, there, MAYMOVE, FIXED)).fails(Errno.EINVAL);
            assertThat(a.mremap(P, 2 * P, there, MAYMOVE, FIXED, DONTUNMAP)).fails(Errno.EINVAL);

            assertThat(there).maps("0..1 rw-p").reads("T");
        }

        @Test
        void what_is_not_mapped_is_a_bad_address() {
            assertThat(a.mremap(2 * P, 3 * P, there, MAYMOVE)).fails(Errno.EFAULT);
            assertThat(a.mremap(2 * P, 3 * P)).fails(Errno.EFAULT);
            assertThat(a.mremap(2 * P, P)).fails(Errno.EFAULT);
            assertThat(a.mremap(2 * P, 2 * P)).fails(Errno.EFAULT);
            assertThat(a.mremap(2 * P, 2 * P, there, MAYMOVE)).fails(Errno.EFAULT);
            assertThat(a.mremap(2 * P, 2 * P, there, MAYMOVE, FIXED)).fails(Errno.EFAULT);
        }

        @Test
        void lengths_are_rounded_up() {
            a.map("rw-p", 4 * P);

            assertThat(a.mremap(P + 1, 1)).moves(a);
            assertThat(a).maps("0..1 rw-p, 2..4 rw-p");

            assertThat(a.mremap(1, P + 1)).moves(a);
            assertThat(a).maps("0..4 rw-p");
            assertThat(a.mremap(P + 1, 2 * P)).moves(a);
        }
    }

    @Nested
    class OldLengthZero {

        @Test
        void duplicates_shared_memory() {
            a.map("rw-s", 2 * P).put("s").page(1).put("t");

            assertThat(a.mremap(0, 2 * P)).fails(Errno.ENOMEM);
            assertThat(a.mremap(0, 2 * P, there, MAYMOVE)).moves(there);

            assertThat(there).reads("s").hasFrameOf(a);
            assertThat(there.page(1)).reads("t");
            assertThat(there.store("u")).succeeds();
            assertThat(a).reads("u").maps("0..2 rw-s @0 nameless");
        }

        @Test
        void duplicates_to_a_fixed_place_and_from_the_middle() {
            a.map("rw-s", 2 * P).put("s").page(1).put("t");
            Place elsewhere = alice.room();

            assertThat(a.mremap(0, 2 * P, there, MAYMOVE, FIXED)).moves(there);
            assertThat(a.page(1).mremap(0, P, elsewhere, MAYMOVE)).moves(elsewhere);

            assertThat(there).reads("s");
            assertThat(elsewhere).reads("t").maps("0..1 rw-s @1 nameless");
        }

        @Test
        void makes_more_than_there_is_and_the_rest_faults() {
            a.map("rw-s", 2 * P);

            assertThat(a.mremap(0, 4 * P, there, MAYMOVE)).moves(there);

            assertThat(there.page(2)).raises(Signal.SIGBUS, SignalCode.BUS_ADRERR);
        }

        @Test
        void duplicates_a_shared_mapping_of_a_file() {
            a.map("rw-s", 2 * P, f, P);

            assertThat(a.mremap(0, 2 * P, there, MAYMOVE)).moves(there);

            assertThat(there).reads("B").maps("0..2 rw-s @1 f");
        }

        @Test
        void is_refused_for_private_memory() {
            a.map("rw-p", 2 * P);
            Place file = alice.map("rw-p", P, f);

            assertThat(a.mremap(0, P)).fails(Errno.EINVAL);
            assertThat(a.mremap(0, P, there, MAYMOVE)).fails(Errno.EINVAL);
            assertThat(a.mremap(0, P, there, MAYMOVE, FIXED)).fails(Errno.EINVAL);
            assertThat(file.mremap(0, P, there, MAYMOVE)).fails(Errno.EINVAL);
        }

        @Test
        void is_a_bad_address_where_nothing_is_mapped() {
            assertThat(a.mremap(0, P)).fails(Errno.EFAULT);
            assertThat(a.mremap(0, P, there, MAYMOVE)).fails(Errno.EFAULT);
        }
    }

    @Nested
    class Growing {

        @Test
        void happens_in_place_where_there_is_room() {
            a.map("rw-p", 2 * P).put("1");

            assertThat(a.mremap(2 * P, 4 * P)).moves(a);

            assertThat(a).maps("0..4 rw-p").reads("1");
            assertThat(a.page(3)).readsZero();
        }

        @Test
        void needs_maymove_where_a_neighbour_is_in_the_way() {
            a.map("rw-p", 4 * P).put("1");
            a.page(4).map("r--p", P);

            assertThat(a.mremap(4 * P, 5 * P)).fails(Errno.ENOMEM);
            assertThat(a).maps("0..4 rw-p, 4..5 r--p");

            assertThat(a.mremap(4 * P, 5 * P, there, MAYMOVE)).moves(there);
            assertThat(a).maps("4..5 r--p");
            assertThat(there).maps("0..5 rw-p").reads("1");
            assertThat(there.page(4)).readsZero();
        }

        @Test
        void uses_exactly_the_room_that_there_is() {
            a.map("rw-p", 2 * P);
            a.page(4).map("r--p", P);

            assertThat(a.mremap(2 * P, 5 * P)).fails(Errno.ENOMEM);
            assertThat(a.mremap(2 * P, 4 * P)).moves(a);

            assertThat(a).maps("0..4 rw-p, 4..5 r--p");
        }

        @Test
        void stays_in_place_although_it_may_move() {
            a.map("rw-p", P);

            assertThat(a.mremap(P, 2 * P, there, MAYMOVE)).moves(a);
        }

        @Test
        void never_reaches_over_the_end_of_a_mapping() {
            a.map("rw-p", 2 * P);
            assertThat(a.mremap(3 * P, 4 * P)).fails(Errno.EFAULT);
            assertThat(a.mremap(3 * P, 4 * P, there, MAYMOVE)).fails(Errno.EFAULT);

            a.page(2).map("r--p", 2 * P);
            assertThat(a.mremap(4 * P, 5 * P)).fails(Errno.EFAULT);
            assertThat(a.mremap(4 * P, 5 * P, there, MAYMOVE)).fails(Errno.EFAULT);
        }

        @Test
        void of_a_part_in_the_middle_moves_that_part() {
            a.map("rw-p", 4 * P).page(1).put("1");

            assertThat(a.page(1).mremap(P, 2 * P)).fails(Errno.ENOMEM);
            assertThat(a.page(1).mremap(P, 2 * P, there, MAYMOVE)).moves(there);

            assertThat(there).maps("0..2 rw-p").reads("1");
            assertThat(there.page(1)).readsZero();
            assertThat(a).maps("0..1 rw-p, 2..4 rw-p");
        }

        @Test
        void of_the_last_part_happens_in_place() {
            a.map("rw-p", 4 * P);

            assertThat(a.page(3).mremap(P, 3 * P)).moves(a.page(3));

            assertThat(a).maps("0..6 rw-p");
        }

        @Test
        void merges_with_a_neighbour_that_it_reaches() {
            a.map("rw-p", 4 * P);
            assertThat(a.page(2).munmap(P)).succeeds();

            assertThat(a.mremap(2 * P, 3 * P)).moves(a);

            assertThat(a).maps("0..4 rw-p");
        }

        @Test
        void keeps_the_protection() {
            a.map("r--p", P);

            assertThat(a.mremap(P, 3 * P)).moves(a);

            assertThat(a).maps("0..3 r--p");
        }

        @Test
        void shows_more_of_the_file_as_far_as_it_goes() {
            a.map("rw-s", 2 * P, f, 6 * P);

            assertThat(a.mremap(2 * P, 4 * P)).moves(a);

            assertThat(a).maps("0..4 rw-s @6 f");
            assertThat(a.page(1)).reads("H");
            assertThat(a.page(2)).raises(Signal.SIGBUS, SignalCode.BUS_ADRERR);
        }

        @Test
        void does_not_make_the_nameless_file_of_shared_memory_longer() {
            a.map("rw-s", 2 * P);

            assertThat(a.mremap(2 * P, 4 * P)).moves(a);

            assertThat(a.page(2)).raises(Signal.SIGBUS, SignalCode.BUS_ADRERR);
            assertThat(a.page(2).store("x")).raises(Signal.SIGBUS, SignalCode.BUS_ADRERR);
        }

        @Test
        void does_not_mind_an_offset_behind_all_files() {
            a.map("rw-s", P, f, Long.MAX_VALUE - 8191);

            assertThat(a.mremap(P, 3 * P)).moves(a);
            assertThat(a.mremap(3 * P, 4 * P, there, MAYMOVE)).moves(a);

            assertThat(a.page(2)).raises(Signal.SIGBUS, SignalCode.BUS_ADRERR);
        }

        @Test
        void ends_with_user_space() {
            Place top = alice.at(END - 2 * P).map("rw-p", P).put("t");

            assertThat(top.mremap(P, 2 * P)).moves(top);
            assertThat(top.mremap(2 * P, 3 * P)).fails(Errno.ENOMEM);
            assertThat(top.mremap(2 * P, 3 * P, there, MAYMOVE)).moves(there);

            assertThat(there).reads("t");
        }
    }

    @Nested
    class Shrinking {

        @Test
        void gives_the_rest_back() {
            a.map("rw-p", 4 * P).page(1).put("k");
            a.page(3).put("x");

            assertThat(a.mremap(4 * P, 2 * P)).moves(a);

            assertThat(a).maps("0..2 rw-p");
            assertThat(a.page(1)).reads("k");
            assertThat(a.page(2)).raises(Signal.SIGSEGV, SignalCode.SEGV_MAPERR);
            assertThat(a.mremap(2 * P, P, there, MAYMOVE)).moves(a);
        }

        @Test
        void takes_neighbours_and_holes_along() {
            a.map("rw-p", 2 * P);
            a.page(2).map("r--p", 2 * P);
            assertThat(a.mremap(4 * P, P)).moves(a);
            assertThat(a).maps("0..1 rw-p");

            there.map("rw-p", 2 * P);
            there.page(3).map("rw-p", P);
            assertThat(there.mremap(3 * P, 2 * P)).moves(there);
            assertThat(there).maps("0..2 rw-p, 3..4 rw-p");
            assertThat(there.mremap(4 * P, P)).moves(there);
            assertThat(there).maps("0..1 rw-p");
        }

        @Test
        void needs_the_first_page() {
            a.page(1).map("rw-p", 3 * P);

            assertThat(a.mremap(4 * P, 2 * P)).fails(Errno.EFAULT);

            assertThat(a).maps("1..4 rw-p");
        }

        @Test
        void of_the_middle_leaves_a_hole() {
            a.map("rw-p", 4 * P);

            assertThat(a.page(1).mremap(2 * P, P)).moves(a.page(1));

            assertThat(a).maps("0..2 rw-p, 3..4 rw-p");
        }

        @Test
        void forgets_private_memory_but_not_shared() {
            a.map("rw-p", 2 * P).page(1).put("x");
            assertThat(a.mremap(2 * P, P)).moves(a);
            assertThat(a.mremap(P, 2 * P)).moves(a);
            assertThat(a.page(1)).readsZero();

            there.map("rw-s", 4 * P).page(2).put("e");
            assertThat(there.mremap(4 * P, P)).moves(there);
            assertThat(there.mremap(P, 4 * P)).moves(there);
            assertThat(there.page(2)).reads("e");
        }
    }

    @Nested
    class SameLength {

        @Test
        void succeeds_as_soon_as_the_first_page_is_mapped() {
            a.map("rw-p", 2 * P);
            assertThat(a.mremap(2 * P, 2 * P, there, MAYMOVE)).moves(a);
            assertThat(a.mremap(3 * P, 3 * P)).moves(a);
            assertThat(a.mremap(3 * P, 3 * P, there, MAYMOVE)).moves(a);

            a.page(2).map("r--p", 2 * P);
            assertThat(a.mremap(4 * P, 4 * P)).moves(a);
            assertThat(a.mremap(4 * P, 4 * P, there, MAYMOVE)).moves(a);

            assertThat(a).maps("0..2 rw-p, 2..4 r--p");
        }

        @Test
        void keeps_what_mprotect_may_do() {
            a.mmap("r--s", P).file(f).opened(OpenMode.READ).made();

            assertThat(a.mremap(P, P, there, MAYMOVE, FIXED)).moves(there);

            assertThat(there.mprotect(P, "rw-")).fails(Errno.EACCES);
        }
    }

    /** Where the runner lets a range go is its own affair, and must be a place that is free. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_target_of_the_callers_choice_must_be_free(boolean grows) {
        a.map("rw-p", P);
        a.page(1).map("r--p", P);
        there.map("rw-p", P);
        RemapFlag[] flags = grows ? new RemapFlag[] {MAYMOVE} : new RemapFlag[] {MAYMOVE, DONTUNMAP};

        KernelAssertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> a.mremap(P, grows ? 2 * P : P, there, flags))
                .withMessageContaining("not free");
    }
}
