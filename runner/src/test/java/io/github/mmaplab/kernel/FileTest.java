package io.github.mmaplab.kernel;

import static io.github.mmaplab.abi.Signal.SIGBUS;
import static io.github.mmaplab.abi.SignalCode.BUS_ADRERR;
import static io.github.mmaplab.kernel.KernelAssertions.assertThat;
import static io.github.mmaplab.kernel.TestMachine.P;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.SyncFlag;
import io.github.mmaplab.kernel.call.Create;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Files as those see them who do not map them: sizes, write(2), read(2), unlink(2), and the disk. */
final class FileTest {

    private final TestMachine machine = TestMachine.linux();
    private final TestProcess alice = machine.process();

    @ParameterizedTest
    @CsvSource({
        "0xffffffffffffffff, EINVAL, EINVAL",
        "0x8000000000000000, EINVAL, EINVAL",
        "0x7fffffffffffffff, EFBIG, ok",
        "0x7ffffffffffff000, EFBIG, ok",
        "0x00000ffffffff000, ok, ok",
        "0x00000ffffffff001, EFBIG, ok",
        "0x0000100000000000, EFBIG, ok",
        "0x4000000000000000, EFBIG, ok",
    })
    void a_size_has_a_limit(String size, String regular, String inMemory) {
        long bytes = Long.parseUnsignedLong(size.substring(2), 16);
        for (FileKind kind : new FileKind[] {FileKind.REGULAR, FileKind.SHM, FileKind.MEMFD}) {
            TestFile f = machine.filled(kind.name(), kind, 1);
            String comesTo = kind == FileKind.REGULAR ? regular : inMemory;

            assertThat(f.truncate(bytes)).comesTo(comesTo);

            assertThat(f).hasSize(comesTo.equals("ok") ? bytes : P).reads("A");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x7fffffffffffffff, EINVAL, EINVAL",
        "0x8000000000000000, EINVAL, EINVAL",
        "0x7ffffffffffffffe, EFBIG, ok",
        "0x0000100000000000, EFBIG, ok",
        "0x00000fffffffefff, ok, ok",
    })
    void write_has_a_limit(String offset, String regular, String inMemory) {
        long bytes = Long.parseUnsignedLong(offset.substring(2), 16);
        for (FileKind kind : new FileKind[] {FileKind.REGULAR, FileKind.SHM, FileKind.MEMFD}) {
            TestFile f = machine.filled(kind.name(), kind, 1);

            assertThat(f.write(bytes, "x")).comesTo(kind == FileKind.REGULAR ? regular : inMemory);
        }
    }

    @Test
    void write_of_nothing_changes_nothing() {
        TestFile f = machine.filled("f", FileKind.REGULAR, 1);

        assertThat(f.write(100 * P, "")).returns(0);
        assertThat(f.write(Long.MAX_VALUE, "")).returns(0);
        assertThat(f.write(Long.MIN_VALUE, "")).fails(Errno.EINVAL);

        assertThat(f).hasSize(P);
    }

    @Test
    void read_ends_with_the_file() {
        TestFile f = machine.file("f", "hello");

        assertThat(f.read(3, 100)).reads("lo");
        assertThat(f.read(5, 1)).reads("");
        assertThat(f.read(100 * P, 1)).reads("");
        assertThat(f.read(Long.MAX_VALUE - 1, 1)).reads("");
        assertThat(f.read(Long.MAX_VALUE, 1)).fails(Errno.EINVAL);
        assertThat(f.read(Long.MIN_VALUE, 1)).fails(Errno.EINVAL);
        assertThat(f.read(100 * P, 0)).reads("");
        assertThat(f.read(Long.MIN_VALUE, 0)).fails(Errno.EINVAL);
        assertThat(f.read(Long.MIN_VALUE, -1)).fails(Errno.EINVAL);
        assertThat(f.read(0, -1)).fails(Errno.EFAULT);
        assertThat(f.read(Long.MAX_VALUE, Long.MAX_VALUE)).fails(Errno.EFAULT);
    }

    @Test
    void punch_checks_its_arguments() {
        for (FileKind kind : new FileKind[] {FileKind.REGULAR, FileKind.SHM, FileKind.MEMFD}) {
            TestFile f = machine.filled(kind.name(), kind, 1);

            assertThat(f.punch(P, 0)).fails(Errno.EINVAL);
            assertThat(f.punch(-P, P)).fails(Errno.EINVAL);
            assertThat(f.punch(0, -P)).fails(Errno.EINVAL);
            assertThat(f.punch(Long.MAX_VALUE - 4095, P)).fails(Errno.EFBIG);
            assertThat(f.punch(100 * P, P)).succeeds();
            assertThat(f).hasSize(P).reads("A");
        }
    }

    @Test
    void unlink_takes_the_name_once() {
        TestFile f = machine.file("f", "hello");

        assertThat(f.unlink()).succeeds();
        assertThat(f.unlink()).fails(Errno.ENOENT);
        assertThat(machine.file("mem", FileKind.MEMFD, "x").unlink()).fails(Errno.ENOENT);
        assertThat(machine.file("shm", FileKind.SHM, "x").unlink()).succeeds();
    }

    @Test
    void an_unlinked_file_lives_on_in_its_mappings() {
        TestFile f = machine.filled("f", FileKind.REGULAR, 1);
        Place p = alice.map("rw-s", P, f);
        assertThat(f.unlink()).succeeds();

        p.put("x");

        assertThat(p).reads("xA");
        assertThat(alice.fork().at(p)).reads("xA");
        assertThat(f).reads("xA");
    }

    @Test
    void a_file_must_be_new() {
        TestFile f = machine.file("f", "hello");

        KernelAssertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> machine.perform(new Create(f.id(), FileKind.SHM, true, 0, List.of())));
        KernelAssertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> machine.perform(new Create(new FileId(-1), FileKind.SHM, true, 0, List.of())));
    }

    @Nested
    class Coherence {

        @ParameterizedTest
        @EnumSource(names = {"REGULAR", "SHM", "MEMFD"})
        void write_is_seen_by_every_mapping_without_a_copy(FileKind kind) {
            TestFile f = machine.filled("f", kind, 1);
            Place shared = alice.map("rw-s", P, f);
            Place untouched = alice.map("rw-p", P, f);
            Place loaded = alice.map("rw-p", P, f);
            Place copied = alice.map("rw-p", P, f).put("c");
            assertThat(loaded).reads("A");

            assertThat(f.write(0, "WW")).returns(2);

            assertThat(shared).reads("WW");
            assertThat(untouched).reads("WW").hasFrameOf(shared);
            assertThat(loaded).reads("WW").hasFrameOf(shared);
            assertThat(copied).reads("cA").hasNotFrameOf(shared);
        }

        @ParameterizedTest
        @EnumSource(names = {"REGULAR", "SHM", "MEMFD"})
        void a_shared_store_is_seen_by_read_and_by_private_mappings_that_have_no_copy(FileKind kind) {
            TestFile f = machine.filled("f", kind, 1);
            Place shared = alice.map("rw-s", P, f).put("s");
            Place p = alice.map("rw-p", P, f);

            assertThat(p).reads("s");
            assertThat(f).reads("s");
            shared.put("t");
            assertThat(p).reads("t");
            p.plus(2).put("p");
            shared.plus(3).put("u");
            assertThat(p.plus(3)).reads("A");
            assertThat(f).reads("tAAu");
        }

        @ParameterizedTest
        @EnumSource(names = {"REGULAR", "SHM", "MEMFD"})
        void the_page_cache_keeps_its_frames(FileKind kind) {
            TestFile f = machine.filled("f", kind, 2);
            Place p = alice.map("rw-s", 2 * P, f);
            assertThat(p).reads("A");
            var frame = PlaceAssert.frame(p);

            assertThat(f.write(0, "w")).succeeds();
            assertThat(p).hasFrame(frame);
            p.put("x");
            assertThat(p).hasFrame(frame);
            assertThat(p.msync(P, SyncFlag.SYNC)).succeeds();
            assertThat(f.sync()).succeeds();
            assertThat(f.truncate(10)).succeeds();
            assertThat(f.truncate(2 * P)).succeeds();
            assertThat(p).hasFrame(frame).reads("x");
        }

        @ParameterizedTest
        @EnumSource(names = {"REGULAR", "SHM"})
        void holes_are_pages_of_zeros_one_each(FileKind kind) {
            TestFile f = machine.hole("f", kind, 2 * P);
            Place s = alice.map("rw-s", 2 * P, f);
            Place p = alice.map("rw-p", 2 * P, f);

            assertThat(s).readsZero();
            assertThat(s.page(1)).readsZero().hasNotFrameOf(s);
            assertThat(p).readsZero().hasFrameOf(s);
            var frame = PlaceAssert.frame(s);
            s.put("1");
            assertThat(s).hasFrame(frame);
            assertThat(p).hasFrame(frame).reads("1");
        }
    }

    @Nested
    class Growing {

        @ParameterizedTest
        @EnumSource(names = {"REGULAR", "SHM", "MEMFD"})
        void write_behind_the_end_makes_pages_that_are_mapped_already_accessible(FileKind kind) {
            TestFile f = machine.file("f", kind, "0123456789");
            Place s = alice.map("rw-s", 6 * P, f);
            Place p = alice.map("rw-p", 6 * P, f);
            assertThat(s.page(2)).raises(SIGBUS, BUS_ADRERR);
            assertThat(p.page(2)).raises(SIGBUS, BUS_ADRERR);

            assertThat(f.write(2 * P + 5, "Q")).succeeds();

            assertThat(f).hasSize(2 * P + 6);
            for (Place place : new Place[] {s, p}) {
                assertThat(place.page(2)).reads("\0\0\0\0\0Q\0").andPage(1).raises(SIGBUS, BUS_ADRERR);
                assertThat(place.page(1)).readsZero();
                assertThat(place.plus(10)).readsZero();
            }
            s.page(1).put("h");
            assertThat(f).reads(P, "h");
            assertThat(p.page(1)).reads("h");
            p.page(1).put("c");
            assertThat(f).reads(P, "h");
            assertThat(f.write(P, "R")).succeeds();
            assertThat(s.page(1)).reads("R");
            assertThat(p.page(1)).reads("c");
        }

        @ParameterizedTest
        @EnumSource(names = {"REGULAR", "SHM", "MEMFD"})
        void truncate_up_adds_zeros_and_what_was_cut_off_does_not_come_back(FileKind kind) {
            TestFile f = machine.file("f", kind, "0123456789");
            Place s = alice.map("rw-s", 6 * P, f);

            assertThat(f.truncate(5 * P)).succeeds();
            assertThat(s.page(4)).readsZero().andPage(1).raises(SIGBUS, BUS_ADRERR);
            s.page(4).put("x");

            assertThat(f.truncate(P)).succeeds();
            assertThat(f.truncate(5 * P)).succeeds();

            assertThat(s.page(4)).readsZero();
        }

        @Test
        void a_mapping_wholly_behind_the_end_comes_to_life() {
            TestFile f = machine.file("f", "x");
            Place p = alice.room().map("rw-s", P, f, 10 * P);
            assertThat(p).raises(SIGBUS, BUS_ADRERR);

            assertThat(f.write(10 * P, "G")).succeeds();

            assertThat(p).reads("G");
        }

        @ParameterizedTest
        @EnumSource(names = {"REGULAR", "SHM", "MEMFD"})
        void an_empty_file_can_be_mapped_and_filled(FileKind kind) {
            TestFile f = machine.file("f", kind, "");
            Place s = alice.map("rw-s", 4 * P, f);
            Place p = alice.map("rw-p", 4 * P, f);
            assertThat(s).raises(SIGBUS, BUS_ADRERR);
            assertThat(s.store("x")).raises(SIGBUS, BUS_ADRERR);

            assertThat(f.write(0, "abc")).succeeds();
            assertThat(s).reads("abc\0").andPage(1).raises(SIGBUS, BUS_ADRERR);
            assertThat(p).reads("a");

            assertThat(f.truncate(2 * P)).succeeds();
            assertThat(s.page(1)).readsZero().andPage(1).raises(SIGBUS, BUS_ADRERR);
        }
    }

    @Nested
    class Disk {

        private final TestFile f = machine.file("f", "hello");

        @Test
        void what_is_written_when_the_scene_is_set_is_there() {
            assertThat(f).hasOnDisk("hello");
        }

        @Test
        void write_reaches_it_with_fsync() {
            assertThat(f.write(0, "HELLO, world")).succeeds();
            assertThat(f).hasOnDisk("hello");

            assertThat(f.sync()).succeeds();

            assertThat(f).hasOnDisk("HELLO, world");
        }

        @Test
        void a_shorter_file_reaches_it_with_fsync() {
            assertThat(f.truncate(2)).succeeds();
            assertThat(f).hasOnDisk("hello");

            assertThat(f.sync()).succeeds();
            assertThat(f).hasOnDisk("he");

            assertThat(f.truncate(4)).succeeds();
            assertThat(f.sync()).succeeds();
            assertThat(f).hasOnDisk("he\0\0");
        }

        @Test
        void a_hole_reaches_it_with_fsync() {
            TestFile two = machine.filled("two", FileKind.REGULAR, 2);
            assertThat(two.punch(0, P)).succeeds();
            assertThat(two.punch(P, 10)).succeeds();

            assertThat(two.sync()).succeeds();

            assertThat(two).hasOnDisk("\0".repeat(4096 + 10) + "B".repeat(4086));
        }

        @Test
        void the_tail_of_the_last_page_does_not_reach_it() {
            alice.map("rw-s", P, f).put("HELLO, world");

            assertThat(f.sync()).succeeds();

            assertThat(f).hasOnDisk("HELLO");
        }

        @Test
        void files_in_memory_have_nothing_there() {
            TestFile shm = machine.file("shm", FileKind.SHM, "x");
            assertThat(shm.sync()).succeeds();

            assertThat(shm).hasOnDisk("");
        }

        @Test
        void what_is_read_of_a_large_file_is_its_first_mebibyte() {
            TestFile large = machine.hole("large", FileKind.REGULAR, 1L << 40);
            assertThat(large.write(1L << 39, "x")).succeeds();
            assertThat(large.sync()).succeeds();

            assertThat(large).hasOnDisk("\0".repeat(1 << 20));
        }
    }

    @Test
    void data_knows_what_it_repeats() {
        byte[] bytes = new byte[3];
        Data.repeated((byte) 'x', 1L << 40).copy(1L << 39, bytes, 1, 2);

        assertThat(bytes).containsExactly(0, 'x', 'x');
        assertThat(Data.repeated((byte) 'x', 3).bytes()).containsExactly('x', 'x', 'x');
    }

    @Test
    void the_name_of_a_shared_memory_object_is_in_another_folder() {
        TestFile object = machine.filled("object", FileKind.SHM, 1);
        TestFile file = machine.filled("file", FileKind.REGULAR, 1);

        assertThat(object.make()).isRefused();
        assertThat(file.link(object)).isRefused();

        assertThat(object.unlink()).succeeds();
        assertThat(object.make()).succeeds();
    }

    @Test
    void a_file_with_bytes_past_its_end_is_not_renamed_over_another() {
        TestFile file = machine.file("file", FileKind.REGULAR, "abc");
        TestFile other = machine.filled("other", FileKind.REGULAR, 1);
        Place shared = machine.process().map("rw-s", 1, file);
        assertThat(shared.plus(3).store("x")).succeeds();

        assertThat(file.rename(other)).isRefused();
        assertThat(file.sync()).succeeds();
        assertThat(file.rename(other)).succeeds();
    }
}
