package io.github.mmaplab.kernel;

import static io.github.mmaplab.kernel.KernelAssertions.assertThat;
import static io.github.mmaplab.kernel.TestMachine.P;

import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.MapFlag;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which neighbours /proc/PID/maps shows as one mapping. */
final class MergeTest {

    private final TestMachine machine = TestMachine.linux();
    private final TestProcess alice = machine.process();
    private final TestFile f = machine.filled("f", FileKind.REGULAR, 8);
    private final Place a = alice.room();

    @Nested
    class PrivateAnonymous {

        @Test
        void merges_while_it_is_untouched_and_alike() {
            a.map("rw-p", P);
            a.page(1).map("rw-p", P);
            assertThat(a).maps("0..2 rw-p");

            a.page(2).map("r--p", P);
            assertThat(a).maps("0..2 rw-p, 2..3 r--p");

            a.page(-1).map("rw-p", P);
            assertThat(a).maps("-1..2 rw-p, 2..3 r--p");
        }

        @Test
        void takes_a_new_neighbour_in_after_a_store() {
            a.map("rw-p", P).put("x");

            a.page(1).map("rw-p", P);
            a.page(-1).map("rw-p", P);
            assertThat(a).maps("-1..2 rw-p");

            a.page(1).put("y");
            assertThat(a).maps("-1..2 rw-p");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "true  | true  | 0..2 rw-p, 2..3 rw-p",
                    "true  | false | 0..3 rw-p",
                    "false | true  | 0..3 rw-p",
                    "false | false | 0..3 rw-p",
                })
        void does_not_bridge_two_that_were_stored_to_apart(boolean first, boolean last, String maps) {
            a.map("rw-p", P);
            a.page(2).map("rw-p", P);
            if (first) {
                a.put("x");
            }
            if (last) {
                a.page(2).put("y");
            }

            a.page(1).map("rw-p", P);

            assertThat(a).maps(maps);
        }

        @ParameterizedTest
        @CsvSource({"true", "false"})
        void merges_with_memory_that_becomes_writable(boolean stored) {
            a.map("rw-p", P);
            a.page(1).map("r--p", P);
            if (stored) {
                a.put("x");
            }

            assertThat(a.page(1).mprotect(P, "rw-")).succeeds();

            assertThat(a).maps("0..2 rw-p");
        }

        @Test
        void merges_with_memory_that_is_not_writable_any_more() {
            a.map("rw-p", P);
            a.page(1).map("r--p", P);

            assertThat(a.mprotect(P, "r--")).succeeds();

            assertThat(a).maps("0..2 r--p");
        }

        @Test
        void merges_when_an_inaccessible_reservation_is_opened_piece_by_piece() {
            a.map("---p", 2 * P);
            assertThat(a.mprotect(P, "rw-")).succeeds();
            a.page(2).map("rw-p", P);

            assertThat(a.page(1).mprotect(P, "rw-")).succeeds();

            assertThat(a).maps("0..3 rw-p");
        }

        @Test
        void merges_again_after_a_split() {
            a.map("rw-p", 3 * P);
            for (int i = 0; i < 3; i++) {
                a.page(i).put("x");
            }

            assertThat(a.page(1).mprotect(P, "r--")).succeeds();
            assertThat(a).maps("0..1 rw-p, 1..2 r--p, 2..3 rw-p");
            assertThat(a.page(1).mprotect(P, "rw-")).succeeds();
            assertThat(a).maps("0..3 rw-p");

            assertThat(a.page(1).mprotect(P, "---")).succeeds();
            assertThat(a).maps("0..1 rw-p, 1..2 ---p, 2..3 rw-p");
            assertThat(a.mprotect(3 * P, "r--")).succeeds();
            assertThat(a).maps("0..3 r--p");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "rw-p | NORESERVE | 0..2 rw-p, 2..4 rw-p",
                    "r--p | NORESERVE | 0..2 r--p, 2..4 r--p",
                    "rw-p | POPULATE  | 0..4 rw-p",
                    "rw-p | STACK     | 0..2 rw-p, 2..4 rw-p",
                })
        void merges_or_not_with_what_was_mapped_with_a_flag(String letters, MapFlag flag, String maps) {
            a.map(letters, 2 * P);

            a.page(2).mmap(letters, 2 * P).also(flag).made();

            assertThat(a).maps(maps);
        }

        @Test
        void shows_no_offset() {
            a.map("rw-p", 4 * P);
            assertThat(a.munmap(P)).succeeds();

            assertThat(a).maps("1..4 rw-p");
        }
    }

    @Nested
    class Files {

        /** Each mmap of a scenario opens the file for itself. */
        @ParameterizedTest
        @CsvSource({"rw-s", "rw-p"})
        void do_not_merge_across_two_opens(String letters) {
            a.map(letters, P, f, 0);
            a.page(1).map(letters, P, f, P);

            assertThat(a).maps("0..1 " + letters + " @0 f, 1..2 " + letters + " @1 f");
        }

        @Test
        void shared_pieces_merge_again_whatever_was_stored() {
            a.map("rw-s", 4 * P, f, 0).put("x");

            assertThat(a.page(1).mprotect(P, "r--")).succeeds();
            a.page(2).put("y");
            assertThat(a).maps("0..1 rw-s @0 f, 1..2 r--s @1 f, 2..4 rw-s @2 f");
            assertThat(a.page(1).mprotect(P, "rw-")).succeeds();

            assertThat(a).maps("0..4 rw-s @0 f");
        }

        @Test
        void private_pieces_merge_again() {
            a.map("rw-p", 4 * P, f, 0);

            assertThat(a.page(1).mprotect(P, "r--")).succeeds();
            assertThat(a).maps("0..1 rw-p @0 f, 1..2 r--p @1 f, 2..4 rw-p @2 f");
            assertThat(a.page(1).mprotect(P, "rw-")).succeeds();

            assertThat(a).maps("0..4 rw-p @0 f");
        }

        @Test
        void private_pieces_that_were_stored_to_at_both_ends_take_the_middle_in() {
            a.map("rw-p", 3 * P, f, 0);
            assertThat(a.page(1).mprotect(P, "r--")).succeeds();
            a.put("x");
            a.page(2).put("y");

            assertThat(a.page(1).mprotect(P, "rw-")).succeeds();

            assertThat(a).maps("0..2 rw-p @0 f, 2..3 rw-p @2 f");
        }

        @Test
        void stand_beside_memory_of_other_kinds() {
            a.map("rw-p", P);
            a.page(1).map("rw-p", P, f, 0);
            a.page(2).map("rw-s", P, f, P);

            assertThat(a).maps("0..1 rw-p, 1..2 rw-p @0 f, 2..3 rw-s @1 f");
        }
    }

    @Nested
    class SharedAnonymous {

        @Test
        void has_a_file_for_each_mmap() {
            a.map("rw-s", 2 * P);
            a.page(2).map("rw-s", 2 * P);

            assertThat(a).maps("0..2 rw-s @0 nameless, 2..4 rw-s @0 nameless");
        }

        @Test
        void shows_the_offset_in_it() {
            a.map("rw-s", 4 * P);
            assertThat(a.munmap(P)).succeeds();

            assertThat(a).maps("1..4 rw-s @1 nameless");
        }
    }

    @Nested
    class AfterFork {

        @Test
        void a_child_does_not_extend_what_its_parent_stored_to() {
            a.map("rw-p", P).put("x");
            Place child = alice.fork().at(a);

            child.page(1).map("rw-p", P).put("y");

            assertThat(child).maps("0..1 rw-p, 1..2 rw-p");
        }

        @Test
        void a_parent_does_while_the_child_lives_and_when_it_has_ended() {
            a.map("rw-p", P).put("x");
            TestProcess child = alice.fork();

            a.page(1).map("rw-p", P);
            assertThat(a).maps("0..2 rw-p");

            assertThat(child.exit(0)).succeeds();
            a.page(2).map("rw-p", P);
            assertThat(a).maps("0..3 rw-p");
        }

        @Test
        void a_child_extends_what_is_untouched() {
            a.map("rw-p", P);
            Place child = alice.fork().at(a);

            child.page(1).map("rw-p", P);

            assertThat(child).maps("0..2 rw-p");
        }

        @Test
        void pieces_that_a_child_makes_merge_again() {
            a.map("rw-p", 3 * P).put("x").page(1).put("y").page(1).put("z");
            Place child = alice.fork().at(a);

            assertThat(child.page(1).mprotect(P, "r--")).succeeds();
            assertThat(child).maps("0..1 rw-p, 1..2 r--p, 2..3 rw-p");
            assertThat(child.page(1).mprotect(P, "rw-")).succeeds();

            assertThat(child).maps("0..3 rw-p");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"true | 0..1 rw-p, 1..2 rw-p, 2..3 rw-p", "false | 0..3 rw-p"})
        void pieces_that_the_parent_made_merge_only_if_nothing_was_stored(boolean stored, String maps) {
            a.map("rw-p", 3 * P);
            if (stored) {
                a.put("x");
            }
            assertThat(a.page(1).mprotect(P, "r--")).succeeds();
            Place child = alice.fork().at(a);
            if (stored) {
                child.put("y");
            }

            assertThat(child.page(1).mprotect(P, "rw-")).succeeds();

            assertThat(child).maps(maps);
        }
    }
}
