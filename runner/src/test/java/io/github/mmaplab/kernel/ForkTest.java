package io.github.mmaplab.kernel;

import static io.github.mmaplab.kernel.KernelAssertions.assertThat;
import static io.github.mmaplab.kernel.TestMachine.P;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import io.github.mmaplab.kernel.call.Fork;
import io.github.mmaplab.kernel.event.Event;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class ForkTest {

    private final TestMachine machine = TestMachine.linux();
    private final TestProcess parent = machine.process();
    private final TestFile f = machine.filled("f", FileKind.REGULAR, 4);

    @Test
    void a_child_sees_what_the_parent_had_and_shares_what_is_shared() {
        Place anonymous = parent.map("rw-p", P).put("1");
        Place shared = parent.map("rw-s", P).put("2");
        Place copied = parent.map("rw-p", 2 * P, f).put("3");
        Place file = parent.room().map("rw-s", P, f, 2 * P).put("4");
        TestProcess child = parent.fork();

        assertThat(child.at(anonymous)).reads("1");
        assertThat(child.at(shared)).reads("2");
        assertThat(child.at(copied)).reads("3").andPage(1).reads("B");
        assertThat(child.at(file)).reads("4");

        child.at(anonymous).put("a");
        child.at(shared).put("b");
        child.at(copied).put("c");
        child.at(file).put("d");
        assertThat(anonymous).reads("1");
        assertThat(shared).reads("b");
        assertThat(copied).reads("3");
        assertThat(file).reads("d");
        assertThat(f).reads(2 * P, "d").reads("A");

        for (Place place : new Place[] {anonymous, shared, copied, file}) {
            place.put("P");
        }
        assertThat(child.at(anonymous)).reads("a");
        assertThat(child.at(shared)).reads("P");
        assertThat(child.at(copied)).reads("c");
        assertThat(child.at(file)).reads("P");
    }

    @Test
    void a_page_nobody_copied_still_follows_the_file_on_both_sides() {
        Place p = parent.map("rw-p", P, f);
        TestProcess child = parent.fork();

        assertThat(f.write(0, "n")).succeeds();

        assertThat(p).reads("n");
        assertThat(child.at(p)).reads("n");
    }

    @Test
    void a_page_copied_up_front_does_not_follow_the_file_in_the_child_either() {
        Place p = parent.room().mmap("rw-p", P).file(f).also(MapFlag.POPULATE).made();
        TestProcess child = parent.fork();

        assertThat(f.write(0, "w")).succeeds();

        assertThat(p).reads("A");
        assertThat(child.at(p)).reads("A");
    }

    @Test
    void protections_and_holes_are_inherited() {
        Place p = parent.map("r--p", P);
        TestProcess child = parent.fork();

        assertThat(child.at(p)).maps("0..1 r--p");
        assertThat(child.at(p).store("x")).raises(Signal.SIGSEGV, SignalCode.SEGV_ACCERR);
        assertThat(child.at(p).page(1)).raises(Signal.SIGSEGV, SignalCode.SEGV_MAPERR);
    }

    @Test
    void what_one_does_to_its_mappings_the_other_does_not_feel() {
        Place p = parent.map("rw-p", 2 * P).put("k");
        TestProcess child = parent.fork();

        assertThat(child.at(p).munmap(P)).succeeds();
        assertThat(child.at(p).page(1).mprotect(P, "r--")).succeeds();

        assertThat(p).reads("k").maps("0..2 rw-p");
        assertThat(p.page(1).store("x")).succeeds();
        assertThat(child.at(p)).maps("1..2 r--p");
        assertThat(child.at(p).page(1)).readsZero();
    }

    @Test
    void a_mapping_made_after_the_fork_is_not_inherited() {
        TestProcess child = parent.fork();
        Place late = parent.map("rw-s", P);

        assertThat(child.at(late)).raises(Signal.SIGSEGV, SignalCode.SEGV_MAPERR);
    }

    @Test
    void every_generation_has_its_own_private_memory() {
        Place p = parent.map("rw-p", P).put("0");
        TestProcess child = parent.fork();
        child.at(p).put("1");
        TestProcess grandchild = child.fork();

        assertThat(grandchild.at(p)).reads("1");
        grandchild.at(p).put("2");

        assertThat(p).reads("0");
        assertThat(child.at(p)).reads("1");
    }

    @Test
    void a_child_must_be_new() {
        KernelAssertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> machine.perform(new Fork(parent.id(), parent.id())));
    }

    @Nested
    class Resident {

        @Test
        void stored_pages_are_there_in_the_child_and_untouched_ones_are_not() {
            Place stored = parent.map("rw-p", 2 * P).put("x");
            TestProcess child = parent.fork();

            assertThat(child.at(stored)).isResident();
            assertThat(child.at(stored).page(1)).isNotResident();
        }

        /** Page tables of private anonymous memory that nobody stored to are not copied. */
        @Test
        void the_zero_page_is_not_inherited() {
            Place read = parent.map("rw-p", P);
            assertThat(read).readsZero();
            TestProcess child = parent.fork();

            assertThat(child.at(read)).isNotResident().hasNoFrame();
            assertThat(read).isResident();
            assertThat(child.at(read)).readsZero().hasZeroPage();
        }

        @Test
        void the_zero_page_is_inherited_beside_a_page_that_was_stored_to() {
            Place p = parent.map("rw-p", 2 * P).put("x");
            assertThat(p.page(1)).readsZero();
            TestProcess child = parent.fork();

            assertThat(child.at(p).page(1)).isResident();
        }

        @Test
        void what_one_touches_the_other_has_not_touched() {
            Place p = parent.map("rw-p", P);
            TestProcess child = parent.fork();
            child.at(p).put("x");

            assertThat(p).isNotResident();
        }

        @Test
        void shared_memory_is_resident_for_all() {
            Place p = parent.map("rw-s", P);
            TestProcess child = parent.fork();
            child.at(p).put("x");
            assertThat(child.exit(0)).succeeds();

            assertThat(p).isResident();
        }
    }

    /** Who copies, and who goes on with the page that is there. */
    @Nested
    class Frames {

        private final Place p = parent.map("rw-p", P).put("p");
        private final FrameId frame = PlaceAssert.frame(p);
        private final TestProcess child = parent.fork();

        @Test
        void the_first_to_store_copies_and_the_last_owner_does_not() {
            assertThat(child.at(p)).reads("p").hasFrame(frame);
            child.at(p).put("c");
            assertThat(child.at(p)).hasNotFrame(frame);
            assertThat(p).hasFrame(frame);

            p.put("q");

            assertThat(machine.events()).hasAtLeastOneElementOfType(Event.PageReused.class);
            assertThat(p).hasFrame(frame).reads("q");
            assertThat(machine.copies()).isEqualTo(1);
        }

        @Test
        void the_parent_copies_when_it_stores_first() {
            p.put("q");
            assertThat(p).hasNotFrame(frame);
            assertThat(child.at(p)).hasFrame(frame).reads("p");

            child.at(p).put("c");

            assertThat(child.at(p)).hasFrame(frame);
        }

        @Test
        void nobody_copies_once_the_child_has_ended() {
            assertThat(child.exit(0)).succeeds();

            p.put("q");

            assertThat(p).hasFrame(frame);
        }

        @Test
        void nobody_copies_once_the_child_has_stored_and_ended() {
            child.at(p).put("c");
            assertThat(child.kill()).succeeds();

            p.put("q");

            assertThat(p).hasFrame(frame);
        }

        @Test
        void nobody_copies_once_the_child_has_unmapped_it() {
            assertThat(child.at(p).munmap(P)).succeeds();

            p.put("q");

            assertThat(p).hasFrame(frame);
        }

        @Test
        void the_child_goes_on_with_what_the_parent_gave_up() {
            assertThat(p.madvise(P, Advice.DONTNEED)).succeeds();
            assertThat(child.at(p)).hasFrame(frame);

            child.at(p).put("c");

            assertThat(child.at(p)).hasFrame(frame);
        }

        @Test
        void a_grandchild_copies_while_the_child_still_has_the_page() {
            TestProcess grandchild = child.fork();
            p.put("q");
            assertThat(grandchild.at(p)).hasFrame(frame);

            grandchild.at(p).put("g");

            assertThat(grandchild.at(p)).hasNotFrame(frame);
            assertThat(child.at(p)).hasFrame(frame).reads("p");
        }

        @Test
        void two_children_that_ended_leave_the_page_to_the_parent() {
            TestProcess second = parent.fork();
            assertThat(child.exit(0)).succeeds();
            assertThat(second.exit(0)).succeeds();

            p.put("q");

            assertThat(p).hasFrame(frame);
        }

        @Test
        void a_second_store_copies_nothing() {
            p.put("q");
            FrameId copy = PlaceAssert.frame(p);

            p.put("r");

            assertThat(p).hasFrame(copy);
            assertThat(machine.copies()).isEqualTo(1);
        }

        @Test
        void only_the_page_that_is_stored_to_is_copied() {
            Place two = parent.map("rw-p", 2 * P).put("a");
            two.page(1).put("b");
            TestProcess other = parent.fork();

            other.at(two).put("c");

            assertThat(other.at(two)).hasNotFrameOf(two);
            assertThat(other.at(two).page(1)).hasFrameOf(two.page(1));
        }

        @Test
        void a_copied_page_of_a_file_is_shared_like_any_private_page() {
            Place copied = parent.map("rw-p", P, f).put("x");
            FrameId before = PlaceAssert.frame(copied);
            TestProcess other = parent.fork();
            other.at(copied).put("y");
            assertThat(other.at(copied)).hasNotFrame(before);
            assertThat(other.exit(0)).succeeds();

            copied.put("z");

            assertThat(copied).hasFrame(before);
        }
    }
}
