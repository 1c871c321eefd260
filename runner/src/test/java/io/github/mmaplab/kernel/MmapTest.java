package io.github.mmaplab.kernel;

import static io.github.mmaplab.kernel.KernelAssertions.assertThat;
import static io.github.mmaplab.kernel.KernelAssertions.assertThatIllegalArgumentException;
import static io.github.mmaplab.kernel.TestMachine.P;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MmapTest {

    private static final long END = (1L << 47) - P;

    private final TestMachine machine = TestMachine.linux();
    private final TestProcess alice = machine.process();
    private final TestFile f = machine.filled("f", FileKind.REGULAR, 3);
    private final Place a = alice.room();

    @Nested
    class Arguments {

        @Test
        void a_length_of_zero_is_refused() {
            assertThat(a.mmap("rw-p", 0).call()).fails(Errno.EINVAL);
            assertThat(a.mmap("rw-p", 0).file(f).call()).fails(Errno.EINVAL);
            assertThat(a.mmap("rw-s", 0).file(f).call()).fails(Errno.EINVAL);
        }

        @Test
        void a_length_is_rounded_up_to_whole_pages() {
            a.map("rw-p", 1);

            assertThat(a).maps("0..1 rw-p");
            assertThat(a.plus(P - 1)).readsZero();
        }

        @ParameterizedTest
        @CsvSource({"rw-p, true", "rw-s, true", "rw-p, false", "rw-s, false"})
        void an_unaligned_offset_is_refused_even_without_a_file(String letters, boolean file) {
            MmapCall call = a.mmap(letters, P).offset(100);

            assertThat((file ? call.file(f) : call).call()).fails(Errno.EINVAL);
        }

        @Test
        void an_aligned_offset_means_nothing_without_a_file() {
            a.mmap("rw-s", P).offset(P).made();

            assertThat(a).maps("0..1 rw-s @0 nameless").readsZero();
            assertThat(a.store("x")).succeeds();
        }

        @Test
        void an_unaligned_address_is_refused() {
            assertThat(a.plus(100).mmap("rw-p", P).call()).fails(Errno.EINVAL);
            assertThat(a.plus(100)
                            .mmap("rw-p", P)
                            .flags(MapFlag.FIXED_NOREPLACE)
                            .call())
                    .fails(Errno.EINVAL);
        }

        @ParameterizedTest
        @ValueSource(longs = {(1L << 47) - 4096, 1L << 47, 1L << 48, 1L << 63, -4096, -4095, -1})
        void a_length_beyond_user_space_is_too_much_memory(long length) {
            assertThat(alice.at(P).mmap("rw-p", length).call()).fails(Errno.ENOMEM);
            assertThat(alice.at(P).mmap("rw-s", length).call()).fails(Errno.ENOMEM);
            assertThat(alice.at(P).mmap("rw-p", length).file(f).call()).fails(Errno.ENOMEM);
            assertThat(alice.at(P).mmap("rw-s", length).file(f).call()).fails(Errno.ENOMEM);
        }

        @Test
        void a_length_that_just_fits_is_none_too_much() {
            alice.at(P).map("rw-p", END - P);

            assertThat(alice.at(END - 1)).readsZero();
            assertThat(alice.at(END)).raises(Signal.SIGSEGV, SignalCode.SEGV_MAPERR);
        }

        @ParameterizedTest
        @CsvSource({
            "0x7ffffffffffff000, 1, EOVERFLOW",
            "0x7ffffffffffff000, 2, EOVERFLOW",
            "0x7fffffffffffe000, 1, ok",
            "0x7fffffffffffe000, 2, EOVERFLOW",
            "0x8000000000000000, 1, EOVERFLOW",
            "0xfffffffffffff000, 1, EOVERFLOW",
            "0xfffffffffffff000, 2, EOVERFLOW",
            "0xfffffffffffff000, 3, EOVERFLOW",
            "0xffffffffffffe000, 2, EOVERFLOW",
            "0x0000100000000000, 1, ok",
            "0x00000ffffffff000, 1, ok",
        })
        void an_offset_must_leave_room_for_the_length(String offset, long pages, String comesTo) {
            long bytes = Long.parseUnsignedLong(offset.substring(2), 16);

            assertThat(a.mmap("rw-s", pages * P).file(f).offset(bytes).call()).comesTo(comesTo);
            assertThat(alice.room()
                            .mmap("rw-p", pages * P)
                            .file(f)
                            .offset(bytes)
                            .call())
                    .comesTo(comesTo);
            assertThat(alice.room().mmap("rw-p", pages * P).offset(bytes).call())
                    .succeeds();
            assertThat(alice.room().mmap("rw-s", pages * P).offset(bytes).call())
                    .succeeds();
        }

        @Test
        void a_type_is_needed() {
            assertThat(a.mmap("rw-p", P).sharing(Sharing.NONE).call()).fails(Errno.EINVAL);
            assertThat(a.mmap("rw-p", P).sharing(Sharing.NONE).file(f).call()).fails(Errno.EINVAL);
            assertThat(a.mmap("rw-p", 0).sharing(Sharing.NONE).call()).fails(Errno.EINVAL);
            assertThat(a.mmap("rw-p", P)
                            .sharing(Sharing.NONE)
                            .file(f)
                            .opened(OpenMode.READ)
                            .call())
                    .fails(Errno.EINVAL);
        }

        @Test
        void shared_validate_needs_a_file() {
            assertThat(a.mmap("rw-s", P).sharing(Sharing.SHARED_VALIDATE).call())
                    .fails(Errno.EINVAL);
            assertThat(a.mmap("rw-s", P)
                            .sharing(Sharing.SHARED_VALIDATE)
                            .file(f)
                            .call())
                    .succeeds();
            assertThat(a).maps("0..1 rw-s @0 f");
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FIXED_NOREPLACE")
        void shared_validate_knows_every_flag_but_one(MapFlag flag) {
            MmapCall call =
                    a.mmap("rw-s", P).sharing(Sharing.SHARED_VALIDATE).file(f).also(flag);

            assertThat(call.call()).succeeds();
        }

        @Test
        void shared_validate_does_not_know_fixed_noreplace() {
            assertThat(a.mmap("rw-s", P)
                            .sharing(Sharing.SHARED_VALIDATE)
                            .file(f)
                            .flags(MapFlag.FIXED_NOREPLACE)
                            .call())
                    .fails(Errno.EOPNOTSUPP);
        }

        @ParameterizedTest
        @CsvSource({
            "0x0000000000000000, 1, EPERM",
            "0x0000000000001000, 1, ok",
            "0x0000000000010000, 1, ok",
            "0x00007fffffffe000, 1, ok",
            "0x00007fffffffe000, 2, ENOMEM",
            "0x00007ffffffff000, 1, ENOMEM",
            "0x00007ffffffff000, 2, ENOMEM",
            "0x0000800000000000, 1, ENOMEM",
            "0x8000000000000000, 1, ENOMEM",
            "0xffffffff80000000, 1, ENOMEM",
            "0xfffffffffffff000, 1, ENOMEM",
            "0xfffffffffffff000, 2, ENOMEM",
            "0xfffffffffffff000, 3, ENOMEM",
            "0xffffffffffffe000, 1, ENOMEM",
        })
        void a_fixed_address_must_lie_in_user_space(String address, long pages, String comesTo) {
            Place place = alice.at(Long.parseUnsignedLong(address.substring(2), 16));

            assertThat(place.mmap("rw-p", pages * P)
                            .flags(MapFlag.FIXED_NOREPLACE)
                            .call())
                    .comesTo(comesTo);
            assertThat(place.mmap("rw-p", pages * P).call()).comesTo(comesTo);
        }

        @Test
        void a_fixed_range_may_not_wrap() {
            assertThat(alice.at(1L << 44).mmap("rw-p", -(1L << 44)).call()).fails(Errno.ENOMEM);
        }

        /** Where the runner places a mapping is its own affair, and must be a place that is free. */
        @Test
        void an_address_of_the_callers_choice_must_be_free() {
            a.map("rw-p", P);
            MmapCall call = a.mmap("rw-p", P).flags();

            assertThatIllegalArgumentException().isThrownBy(call::call).withMessageContaining("not free");
        }

        @Test
        void an_address_of_the_callers_choice_must_be_aligned() {
            MmapCall call = a.plus(100).mmap("rw-p", P).flags();

            assertThatIllegalArgumentException().isThrownBy(call::call).withMessageContaining("page");
        }
    }

    @Nested
    class OrderOfChecks {

        @Test
        void what_open_says_comes_first() {
            TestFile locked = machine.readOnly("locked", "x");
            TestFile gone = machine.file("gone", "x");
            assertThat(gone.unlink()).succeeds();

            assertThat(a.mmap("rw-s", 0).file(locked).offset(100).call()).fails(Errno.EACCES);
            assertThat(a.mmap("rw-s", 0).file(gone).offset(100).call()).fails(Errno.ENOENT);
        }

        @Test
        void length_comes_before_address() {
            assertThat(a.plus(100).mmap("rw-p", 0).sharing(Sharing.NONE).call()).fails(Errno.EINVAL);
            assertThat(a.plus(100).mmap("rw-p", 1L << 48).call()).fails(Errno.ENOMEM);
            assertThat(a.mmap("rw-s", 1L << 48).file(f).offset(-4096).call()).fails(Errno.ENOMEM);
            assertThat(a.mmap("rw-s", -1).file(f).offset(-4096).call()).fails(Errno.ENOMEM);
            assertThat(a.mmap("rw-p", 1L << 48).sharing(Sharing.NONE).call()).fails(Errno.ENOMEM);
        }

        @Test
        void address_comes_before_the_end_of_the_file() {
            assertThat(a.plus(100).mmap("rw-s", P).file(f).offset(-4096).call()).fails(Errno.EINVAL);
            a.map("rw-p", P);
            assertThat(noReplace("rw-s").file(f).offset(1L << 63).call()).fails(Errno.EEXIST);
        }

        @Test
        void address_comes_before_type_and_access() {
            a.map("rw-p", P);

            assertThat(noReplace("rw-s").file(f).opened(OpenMode.READ).call()).fails(Errno.EEXIST);
            assertThat(noReplace("rw-s").sharing(Sharing.NONE).call()).fails(Errno.EEXIST);
            assertThat(a.plus(100)
                            .mmap("rw-s", P)
                            .flags(MapFlag.FIXED_NOREPLACE)
                            .call())
                    .fails(Errno.EINVAL);
            assertThat(a.mmap("rw-s", 1L << 48).flags(MapFlag.FIXED_NOREPLACE).call())
                    .fails(Errno.ENOMEM);
            assertThat(at(0).file(f).opened(OpenMode.READ).call()).fails(Errno.EPERM);
            assertThat(at(0).sharing(Sharing.NONE).call()).fails(Errno.EPERM);
            assertThat(at(END).file(f).opened(OpenMode.READ).call()).fails(Errno.ENOMEM);
            assertThat(at(END).sharing(Sharing.NONE).call()).fails(Errno.ENOMEM);
        }

        @Test
        void the_end_of_the_file_comes_before_type_and_access() {
            assertThat(at(a.address())
                            .file(f)
                            .opened(OpenMode.READ)
                            .offset(-4096)
                            .call())
                    .fails(Errno.EOVERFLOW);
            assertThat(at(a.address())
                            .file(f)
                            .sharing(Sharing.NONE)
                            .offset(-4096)
                            .call())
                    .fails(Errno.EOVERFLOW);
            assertThat(a.mmap("r--p", P)
                            .file(f)
                            .opened(OpenMode.WRITE)
                            .offset(1L << 63)
                            .call())
                    .fails(Errno.EOVERFLOW);
        }

        @Test
        void unknown_flags_come_before_access() {
            assertThat(noReplace("rw-s")
                            .sharing(Sharing.SHARED_VALIDATE)
                            .file(f)
                            .opened(OpenMode.READ)
                            .call())
                    .fails(Errno.EOPNOTSUPP);
        }

        private MmapCall noReplace(String letters) {
            return a.mmap(letters, P).flags(MapFlag.FIXED_NOREPLACE);
        }

        private MmapCall at(long address) {
            return alice.at(address).mmap("rw-s", P);
        }
    }

    @Nested
    class Opened {

        @ParameterizedTest
        @CsvSource({
            "READ, ---, ok, ok",
            "READ, r--, ok, ok",
            "READ, -w-, ok, EACCES",
            "READ, rw-, ok, EACCES",
            "READ, --x, ok, ok",
            "READ, r-x, ok, ok",
            "READ, -wx, ok, EACCES",
            "READ, rwx, ok, EACCES",
            "WRITE, ---, EACCES, EACCES",
            "WRITE, r--, EACCES, EACCES",
            "WRITE, -w-, EACCES, EACCES",
            "WRITE, rw-, EACCES, EACCES",
            "WRITE, --x, EACCES, EACCES",
            "WRITE, r-x, EACCES, EACCES",
            "WRITE, -wx, EACCES, EACCES",
            "WRITE, rwx, EACCES, EACCES",
            "READ_WRITE, ---, ok, ok",
            "READ_WRITE, r--, ok, ok",
            "READ_WRITE, -w-, ok, ok",
            "READ_WRITE, rw-, ok, ok",
            "READ_WRITE, --x, ok, ok",
            "READ_WRITE, r-x, ok, ok",
            "READ_WRITE, -wx, ok, ok",
            "READ_WRITE, rwx, ok, ok",
        })
        void decides_what_may_be_mapped(OpenMode mode, String letters, String asPrivate, String asShared) {
            assertThat(a.mmap(letters + "p", P).file(f).opened(mode).call()).comesTo(asPrivate);
            assertThat(a.mmap(letters + "s", P).file(f).opened(mode).call()).comesTo(asShared);
            assertThat(a.mmap(letters + "s", P)
                            .file(f)
                            .opened(mode)
                            .sharing(Sharing.SHARED_VALIDATE)
                            .call())
                    .comesTo(asShared);
        }

        @Test
        void a_file_that_may_not_be_written_can_only_be_opened_for_reading() {
            TestFile locked = machine.readOnly("locked", "text");

            assertThat(a.mmap("r--s", P).file(locked).call()).fails(Errno.EACCES);
            assertThat(a.mmap("r--s", P).file(locked).opened(OpenMode.WRITE).call())
                    .fails(Errno.EACCES);
            assertThat(a.mmap("rw-s", P).file(locked).opened(OpenMode.READ).call())
                    .fails(Errno.EACCES);
            assertThat(a.mmap("rw-p", P).file(locked).opened(OpenMode.READ).call())
                    .succeeds();
            assertThat(a).reads("text");
        }

        @Test
        void a_file_without_a_name_cannot_be_opened_but_is_still_there() {
            Place p = alice.map("rw-s", P, f);
            assertThat(f.unlink()).succeeds();

            assertThat(a.mmap("rw-s", P).file(f).call()).fails(Errno.ENOENT);

            assertThat(p).reads("A");
            assertThat(p.store("x")).succeeds();
            assertThat(f.write(1, "Z")).succeeds();
            assertThat(p).reads("xZ");
            assertThat(f.truncate(P)).succeeds();
        }
    }

    @Nested
    class Fixed {

        @Test
        void noreplace_refuses_any_overlap_and_changes_nothing() {
            a.map("rw-p", 2 * P).put("x").page(1).put("y");

            assertThat(noReplace(0, 2)).isEqualTo("EEXIST");
            assertThat(noReplace(1, 2)).isEqualTo("EEXIST");
            assertThat(noReplace(-1, 2)).isEqualTo("EEXIST");
            assertThat(noReplace(2, 1)).isEqualTo("ok");

            assertThat(a).maps("0..3 rw-p").reads("x");
            assertThat(a.page(1)).reads("y");
        }

        private String noReplace(long page, long pages) {
            return OutcomeAssert.word(a.page(page)
                    .mmap("rw-p", pages * P)
                    .flags(MapFlag.FIXED_NOREPLACE)
                    .call());
        }

        @Test
        void replaces_the_part_that_it_covers() {
            a.map("rw-p", 3 * P).put("1").page(1).put("2").page(1).put("3");

            a.page(1).mmap("r--s", P).file(f).offset(P).made();

            assertThat(a).maps("0..1 rw-p, 1..2 r--s @1 f, 2..3 rw-p").reads("1");
            assertThat(a.page(1)).reads("B");
            assertThat(a.page(2)).reads("3");
        }

        @Test
        void leaves_what_was_there_when_it_fails() {
            a.map("rw-p", P).put("1");
            TestFile gone = machine.file("gone", "x");
            assertThat(gone.unlink()).succeeds();

            assertThat(a.mmap("rw-s", P).file(f).opened(OpenMode.READ).call()).fails(Errno.EACCES);
            assertThat(a.mmap("rw-p", 0).call()).fails(Errno.EINVAL);
            assertThat(a.mmap("rw-p", P).sharing(Sharing.NONE).call()).fails(Errno.EINVAL);
            assertThat(a.mmap("rw-p", P).offset(1).call()).fails(Errno.EINVAL);
            assertThat(a.mmap("rw-s", P).file(gone).call()).fails(Errno.ENOENT);
            assertThat(a.mmap("rw-s", P).file(f).offset(-4096).call()).fails(Errno.EOVERFLOW);
            assertThat(a.mmap("rw-p", 1L << 47).call()).fails(Errno.ENOMEM);

            assertThat(a).maps("0..1 rw-p").reads("1");
        }
    }

    @Nested
    class WhatIsThere {

        @Test
        void private_anonymous_memory_is_zero_and_costs_nothing_until_it_is_stored_to() {
            a.map("rw-p", 2 * P);
            long before = machine.pages();

            assertThat(a).hasNoFrame().isNotResident();
            assertThat(a).readsZero().hasZeroPage().isResident();
            assertThat(a.page(1)).isNotResident();
            assertThat(machine.pages()).isEqualTo(before);

            a.put("x");
            assertThat(a).hasNotFrame(FrameId.ZERO).reads("x\0");
            assertThat(machine.pages()).isEqualTo(before + 1);
            assertThat(machine.copies())
                    .as("a page of zeros is filled, not copied")
                    .isZero();
        }

        @Test
        void a_mapping_wholly_behind_the_end_of_its_file_is_made_and_faults() {
            a.mmap("rw-s", P).file(f).offset(100 * P).made();

            assertThat(a).raises(Signal.SIGBUS, SignalCode.BUS_ADRERR);
        }

        @Test
        void a_short_length_still_maps_the_whole_page() {
            a.map("rw-s", 100, f, 0);

            assertThat(a.plus(200)).reads("A");
            assertThat(a.page(1)).raises(Signal.SIGSEGV, SignalCode.SEGV_MAPERR);
        }

        @Test
        void shared_anonymous_memory_is_whole_pages_too() {
            a.map("rw-s", P + 100);

            assertThat(a.plus(P + 200)).readsZero();
            assertThat(a.plus(P + 200).store("x")).succeeds();
            assertThat(a.plus(2 * P - 1)).readsZero();
        }

        @Test
        void a_mapping_of_the_same_part_shows_the_same_page_and_of_another_part_another() {
            a.map("rw-s", 2 * P, f, 0);
            Place overlapping = alice.room().map("r--p", 2 * P, f, P);

            assertThat(a.page(1)).reads("B");
            assertThat(overlapping).reads("B").hasFrameOf(a.page(1));
            assertThat(a).reads("A").hasNotFrameOf(overlapping);
        }
    }
}
