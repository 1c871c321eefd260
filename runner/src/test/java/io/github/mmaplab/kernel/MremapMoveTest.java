package io.github.mmaplab.kernel;

import static io.github.mmaplab.abi.RemapFlag.DONTUNMAP;
import static io.github.mmaplab.abi.RemapFlag.FIXED;
import static io.github.mmaplab.abi.RemapFlag.MAYMOVE;
import static io.github.mmaplab.kernel.KernelAssertions.assertThat;
import static io.github.mmaplab.kernel.TestMachine.P;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.FrameId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What mremap(2) does when a range moves. */
final class MremapMoveTest {

    private final TestMachine machine = TestMachine.linux();
    private final TestProcess alice = machine.process();
    private final TestFile f = machine.filled("f", FileKind.REGULAR, 4);
    private final Place a = alice.room();
    private final Place there = alice.room();

    private void move(long pages) {
        assertThat(a.mremap(pages * P, pages * P, there, MAYMOVE, FIXED)).moves(there);
    }

    @Test
    void pages_keep_their_frames() {
        a.map("rw-p", P).put("x");
        FrameId frame = PlaceAssert.frame(a);

        move(1);

        assertThat(there).reads("x").hasFrame(frame);
        assertThat(machine.copies()).isZero();
    }

    @Test
    void a_target_is_replaced() {
        a.map("rw-p", 2 * P).put("m");
        there.map("rw-p", 2 * P).put("o").page(1).put("p");

        assertThat(a.mremap(P, P, there, MAYMOVE, FIXED)).moves(there);

        assertThat(there).reads("m").andPage(1).reads("p");
        assertThat(a).maps("1..2 rw-p");
    }

    @Test
    void a_range_may_grow_on_the_way() {
        a.map("rw-p", 2 * P).put("m").page(1).put("n");

        assertThat(a.mremap(2 * P, 4 * P, there, MAYMOVE, FIXED)).moves(there);

        assertThat(there).maps("0..4 rw-p").reads("m");
        assertThat(there.page(1)).reads("n");
        assertThat(there.page(2)).readsZero();
    }

    @Test
    void a_range_may_shrink_on_the_way() {
        a.map("rw-p", 4 * P).put("m").page(3).put("n");

        assertThat(a.mremap(4 * P, P, there, MAYMOVE, FIXED)).moves(there);

        assertThat(there).maps("0..1 rw-p").reads("m");
        assertThat(a).maps("nothing");
        assertThat(machine.pages()).as("of the file, and one").isEqualTo(4 + 1);
    }

    @Test
    void a_page_of_the_middle_leaves_a_hole_and_fits_in_again() {
        a.map("rw-p", 4 * P).page(1).put("1");

        assertThat(a.page(1).mremap(P, P, there, MAYMOVE, FIXED)).moves(there);
        assertThat(a).maps("0..1 rw-p, 2..4 rw-p");
        assertThat(there).maps("0..1 rw-p").reads("1");

        assertThat(there.mremap(P, P, a.page(1), MAYMOVE, FIXED)).moves(a.page(1));
        assertThat(a).maps("0..4 rw-p");
        assertThat(a.page(1)).reads("1");
    }

    @Test
    void private_copies_of_a_file_go_along_and_the_rest_goes_on_following() {
        a.map("rw-p", 3 * P, f, 0).page(1).put("!");

        move(3);

        assertThat(there).maps("0..3 rw-p @0 f").reads("A");
        assertThat(there.page(1)).reads("!");
        assertThat(f.write(2 * P, "w")).succeeds();
        assertThat(there.page(2)).reads("w");

        Place third = alice.room();
        assertThat(there.page(1).mremap(2 * P, 2 * P, third, MAYMOVE, FIXED)).moves(third);
        assertThat(there).maps("0..1 rw-p @0 f");
        assertThat(third).maps("0..2 rw-p @1 f").reads("!");
        assertThat(third.page(1)).reads("w");
    }

    @Test
    void truncation_finds_the_pages_where_they_are_now() {
        a.map("rw-p", 3 * P, f, 0).page(2).put("!");
        move(3);

        assertThat(f.truncate(P)).succeeds();
        assertThat(f.truncate(4 * P)).succeeds();

        assertThat(there.page(2)).readsZero();
    }

    @Test
    void a_child_does_not_move_with_its_parent() {
        a.map("rw-p", P).put("x");
        Place child = alice.fork().at(a);

        move(1);
        there.put("y");

        assertThat(child).reads("x").maps("0..1 rw-p");
        assertThat(there).reads("y");
    }

    @Nested
    class SeveralMappings {

        @Test
        void move_together_where_the_length_stays() {
            a.map("rw-p", 2 * P);
            a.page(2).map("rw-p", 2 * P).put("2");
            assertThat(a.page(2).mprotect(2 * P, "r--")).succeeds();

            move(4);

            assertThat(a).maps("nothing");
            assertThat(there).maps("0..2 rw-p, 2..4 r--p");
            assertThat(there.page(2)).reads("2");
        }

        @Test
        void do_not_move_where_the_length_changes() {
            a.map("rw-p", 2 * P);
            a.page(2).map("r--p", 2 * P);

            assertThat(a.mremap(4 * P, 3 * P, there, MAYMOVE, FIXED)).fails(Errno.EFAULT);
            assertThat(a.mremap(4 * P, 5 * P, there, MAYMOVE, FIXED)).fails(Errno.EFAULT);
            assertThat(a.mremap(4 * P, 4 * P, there, MAYMOVE, DONTUNMAP)).fails(Errno.EFAULT);

            assertThat(a).maps("0..2 rw-p, 2..4 r--p");
            assertThat(there).maps("nothing");
        }

        @Test
        void are_all_kept_with_dontunmap_and_fixed() {
            a.map("rw-p", 2 * P).put("x");
            a.page(2).map("r--p", 2 * P);

            assertThat(a.mremap(4 * P, 4 * P, there, MAYMOVE, FIXED, DONTUNMAP)).moves(there);

            assertThat(a).maps("0..2 rw-p, 2..4 r--p").readsZero();
            assertThat(there).maps("0..2 rw-p, 2..4 r--p").reads("x");
        }

        @Test
        void keep_the_holes_between_them() {
            a.map("rw-p", 2 * P);
            a.page(3).map("rw-p", P).put("4");

            move(4);

            assertThat(a).maps("nothing");
            assertThat(there).maps("0..2 rw-p, 3..4 rw-p");
            assertThat(there.page(3)).reads("4");
        }

        @Test
        void replace_nothing_under_a_hole() {
            a.map("rw-p", P);
            a.page(2).map("rw-p", P);
            there.map("r--p", 5 * P);

            move(3);

            assertThat(there).maps("0..1 rw-p, 1..2 r--p, 2..3 rw-p, 3..5 r--p");
        }

        @Test
        void may_end_with_a_hole_but_not_begin_with_one() {
            a.page(1).map("rw-p", 3 * P);
            assertThat(a.mremap(4 * P, 4 * P, there, MAYMOVE, FIXED)).fails(Errno.EFAULT);
            assertThat(a).maps("1..4 rw-p");
            assertThat(there).maps("nothing");

            assertThat(a.page(1).mremap(4 * P, 4 * P, there, MAYMOVE, FIXED)).moves(there);
            assertThat(a).maps("nothing");
            assertThat(there).maps("0..3 rw-p");
        }

        @Test
        void may_be_of_different_kinds() {
            a.map("rw-p", 2 * P).put("x");
            a.page(2).map("rw-s", 2 * P, f, 0);

            move(4);

            assertThat(there).maps("0..2 rw-p, 2..4 rw-s @0 f").reads("x");
            assertThat(there.page(2)).reads("A");
        }
    }

    @Nested
    class Dontunmap {

        private void keep(long pages) {
            assertThat(a.mremap(pages * P, pages * P, there, MAYMOVE, DONTUNMAP))
                    .moves(there);
        }

        @Test
        void leaves_zeros_in_private_memory() {
            a.map("rw-p", 3 * P).put("x").page(1).put("y");

            keep(3);

            assertThat(there).maps("0..3 rw-p").reads("x");
            assertThat(there.page(1)).reads("y");
            assertThat(a).maps("0..3 rw-p").readsZero();
            assertThat(a.page(1)).readsZero();
        }

        @Test
        void cannot_change_the_length() {
            a.map("rw-p", 3 * P);
            there.map("rw-s", P);

            assertThat(a.mremap(3 * P, 4 * P, there, MAYMOVE, DONTUNMAP)).fails(Errno.EINVAL);
            assertThat(a.mremap(3 * P, 2 * P, there, MAYMOVE, DONTUNMAP)).fails(Errno.EINVAL);
            assertThat(there.mremap(0, P, a, MAYMOVE, DONTUNMAP)).fails(Errno.EINVAL);
        }

        @Test
        void takes_a_page_of_the_middle() {
            a.map("rw-p", 3 * P).put("0").page(1).put("1").page(1).put("2");

            assertThat(a.page(1).mremap(P, P, there, MAYMOVE, DONTUNMAP)).moves(there);

            assertThat(a).maps("0..3 rw-p").reads("0");
            assertThat(a.page(1)).readsZero();
            assertThat(a.page(2)).reads("2");
            assertThat(there).reads("1");
        }

        @Test
        void leaves_the_same_pages_in_shared_memory() {
            a.map("rw-s", 2 * P).put("x");

            keep(2);

            assertThat(there).reads("x");
            assertThat(a).reads("x").hasFrameOf(there);
            a.put("z");
            assertThat(there).reads("z");
        }

        @Test
        void leaves_the_same_pages_in_a_shared_mapping_of_a_file() {
            a.map("rw-s", 2 * P, f, 0);

            keep(2);

            assertThat(there).reads("A");
            assertThat(a).reads("A").maps("0..2 rw-s @0 f");
        }

        @Test
        void leaves_the_files_content_in_a_private_mapping_of_it() {
            a.map("rw-p", 2 * P, f, 0).put("!");

            keep(2);

            assertThat(there).reads("!").andPage(1).reads("B");
            assertThat(a).reads("A").andPage(1).reads("B");
        }
    }

    /** Anonymous memory that nobody stored to counts its pages from where it is, and so fits to any neighbour. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "false | false | 0..4 rw-p",
                "true  | false | 0..2 rw-p, 2..4 rw-p",
                "false | true  | 0..4 rw-p",
                "true  | true  | 0..2 rw-p, 2..4 rw-p",
            })
    void a_moved_mapping_merges_with_its_new_neighbour(boolean movedStored, boolean standingStored, String maps) {
        a.map("rw-p", 2 * P);
        there.map("rw-p", 2 * P);
        if (movedStored) {
            there.put("x");
        }
        if (standingStored) {
            a.put("x");
        }

        assertThat(there.mremap(2 * P, 2 * P, a.page(2), MAYMOVE, FIXED)).moves(a.page(2));

        assertThat(a).maps(maps);
    }

    @Test
    void a_part_that_comes_back_merges_again() {
        a.map("rw-p", 4 * P).put("x").page(2).put("y");
        Place s = alice.room().map("rw-s", 4 * P, f, 0);

        for (Place place : new Place[] {a, s}) {
            assertThat(place.page(2).mremap(2 * P, 2 * P, there, MAYMOVE, FIXED))
                    .moves(there);
            assertThat(there.mremap(2 * P, 2 * P, place.page(2), MAYMOVE, FIXED))
                    .moves(place.page(2));
        }

        assertThat(a).maps("0..4 rw-p");
        assertThat(s).maps("0..4 rw-s @0 f");
    }
}
