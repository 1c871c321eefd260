package io.github.mmaplab.kernel;

import static io.github.mmaplab.kernel.KernelAssertions.assertThat;
import static io.github.mmaplab.kernel.TestMachine.P;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.SyncFlag;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MsyncTest {

    private final TestMachine machine = TestMachine.linux();
    private final TestProcess alice = machine.process();
    private final TestFile f = machine.file("f", "hello");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none                  | ok",
                "SYNC                  | ok",
                "ASYNC                 | ok",
                "INVALIDATE            | ok",
                "SYNC INVALIDATE       | ok",
                "ASYNC INVALIDATE      | ok",
                "SYNC ASYNC            | EINVAL",
                "SYNC ASYNC INVALIDATE | EINVAL",
            })
    void knows_its_flags_for_memory_of_any_kind(String flags, String comesTo) {
        Place[] places = {
            alice.map("rw-s", P, f), alice.map("rw-p", P, f), alice.map("rw-p", P), alice.map("rw-s", P),
        };
        for (Place place : places) {
            place.put("z");

            assertThat(place.msync(P, flags(flags))).comesTo(comesTo);

            assertThat(place).reads("z");
        }
    }

    private static SyncFlag[] flags(String words) {
        return words.equals("none")
                ? new SyncFlag[0]
                : Arrays.stream(words.split(" ")).map(SyncFlag::valueOf).toArray(SyncFlag[]::new);
    }

    @Test
    void checks_address_and_flags_even_for_nothing() {
        Place a = alice.map("rw-p", P);

        assertThat(a.plus(1).msync(P, SyncFlag.SYNC)).fails(Errno.EINVAL);
        assertThat(a.plus(1).msync(0, SyncFlag.SYNC)).fails(Errno.EINVAL);
        assertThat(a.msync(0, SyncFlag.SYNC, SyncFlag.ASYNC)).fails(Errno.EINVAL);
        assertThat(a.msync(0, SyncFlag.SYNC)).succeeds();
        assertThat(alice.room().msync(0, SyncFlag.SYNC)).succeeds();
    }

    @ParameterizedTest
    @CsvSource({
        "0x0000000000000001, ok",
        "0x0000000000004001, ENOMEM",
        "0x8000000000000000, ENOMEM",
        "0xfffffffffffff000, ENOMEM",
        "0xfffffffffffff001, ok",
        "0xffffffffffffffff, ok",
    })
    void rounds_the_length_up_even_to_nothing(String length, String comesTo) {
        Place a = alice.map("rw-s", 4 * P);

        assertThat(a.msync(Long.parseUnsignedLong(length.substring(2), 16), SyncFlag.SYNC))
                .comesTo(comesTo);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SYNC", "ASYNC", "none", "INVALIDATE"})
    void reports_a_hole(String flags) {
        SyncFlag[] given = flags(flags);
        Place a = alice.map("rw-s", 4 * P);
        assertThat(a.page(1).munmap(P)).succeeds();

        assertThat(a.msync(4 * P, given)).fails(Errno.ENOMEM);
        assertThat(alice.room().msync(P, given)).fails(Errno.ENOMEM);
    }

    @ParameterizedTest
    @ValueSource(longs = {2 * P, 1L << 48, 1L << 63, -(1L << 45)})
    void writes_back_what_lies_behind_a_hole_all_the_same(long length) {
        Place hole = alice.room();
        hole.page(1).map("rw-s", P, f, 0).put("HELLO");

        assertThat(hole.msync(length, SyncFlag.SYNC)).fails(Errno.ENOMEM);

        assertThat(f).hasOnDisk("HELLO");
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 47, 1L << 63, -4096})
    void finds_nothing_mapped_beyond_user_space(long address) {
        assertThat(alice.at(address).msync(P, SyncFlag.SYNC)).fails(Errno.ENOMEM);
    }

    @Test
    void succeeds_for_mappings_that_cannot_be_dirty() {
        Place r = alice.room().mmap("r--s", P).file(f).opened(OpenMode.READ).made();
        Place none = alice.map("---s", P, f);
        Place beyond = alice.room().map("rw-s", P, f, 10 * P);

        assertThat(r.msync(P, SyncFlag.SYNC)).succeeds();
        assertThat(none.msync(P, SyncFlag.SYNC)).succeeds();
        assertThat(beyond.msync(P, SyncFlag.SYNC)).succeeds();
    }

    @Test
    void carries_a_store_through_to_the_disk() {
        Place s = alice.map("rw-s", P, f).put("HELLO");
        assertThat(f).hasOnDisk("hello");

        assertThat(s.msync(P, SyncFlag.ASYNC)).succeeds();
        assertThat(f).hasOnDisk("hello");

        assertThat(s.msync(P, SyncFlag.SYNC)).succeeds();
        assertThat(f).hasOnDisk("HELLO");
    }

    @Test
    void writes_back_only_the_pages_of_its_range() {
        TestFile two = machine.filled("two", FileKind.REGULAR, 2);
        Place s = alice.map("rw-s", 2 * P, two).put("x");
        s.page(1).put("y");

        assertThat(s.page(1).msync(P, SyncFlag.SYNC)).succeeds();

        assertThat(two).hasOnDisk("A".repeat(4096) + "y" + "B".repeat(4095));
    }

    @Test
    void has_nothing_to_write_back_from_a_private_mapping() {
        Place s = alice.map("rw-s", P, f);
        Place p = alice.map("rw-p", P, f);
        s.put("S");
        p.put("P");

        assertThat(p.msync(P, SyncFlag.SYNC)).succeeds();

        assertThat(f).hasOnDisk("hello");
    }

    /** A shared mapping of a read-only open is no VM_SHARED mapping inside the kernel. */
    @Test
    void writes_nothing_back_through_a_mapping_of_a_read_only_open() {
        Place s = alice.map("rw-s", P, f).put("HELLO");
        Place r = alice.room().mmap("r--s", P).file(f).opened(OpenMode.READ).made();

        assertThat(r.msync(P, SyncFlag.SYNC)).succeeds();

        assertThat(f).hasOnDisk("hello");
        assertThat(s.msync(P, SyncFlag.SYNC)).succeeds();
        assertThat(f).hasOnDisk("HELLO");
    }
}
