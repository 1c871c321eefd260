package io.github.mmaplab.kernel;

import static io.github.mmaplab.abi.MapFlag.FIXED;
import static io.github.mmaplab.abi.Signal.SIGSEGV;
import static io.github.mmaplab.abi.SignalCode.SEGV_ACCERR;
import static io.github.mmaplab.abi.SignalCode.SEGV_MAPERR;
import static io.github.mmaplab.kernel.KernelAssertions.assertThat;
import static io.github.mmaplab.kernel.TestMachine.P;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.abi.Seal;
import io.github.mmaplab.abi.SyncFlag;
import io.github.mmaplab.kernel.machine.Myth;
import io.github.mmaplab.kernel.machine.Rules;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What changes when a myth alone is true: one test a myth, of its name. */
final class MythTest {

    @Test
    void past_the_end_is_sigsegv() {
        TestMachine machine = TestMachine.believing(Myth.PAST_THE_END_IS_SIGSEGV);
        Place p = machine.process().map("rw-s", 2 * P, machine.file("f", "hello"));

        assertThat(p).reads("hello").andPage(1).raises(SIGSEGV, SEGV_MAPERR);
    }

    @Test
    void stored_bytes_alone_are_private() {
        TestMachine machine = TestMachine.believing(Myth.STORED_BYTES_ALONE_ARE_PRIVATE);
        TestFile f = machine.file("f", "hello");
        Place p = machine.process().map("rw-p", P, f);
        Place shared = machine.process().map("rw-s", P, f);

        p.plus(1).put("X");
        assertThat(f.write(0, "WATER")).succeeds();
        assertThat(p).reads("WXTER");

        shared.put("earth");
        assertThat(p).reads("eXrth");
        assertThat(f).reads("earth");
        assertThat(machine.copies()).isEqualTo(1);
    }

    @Test
    void offsets_are_ignored() {
        TestMachine machine = TestMachine.believing(Myth.OFFSETS_ARE_IGNORED);
        TestFile f = machine.filled("f", FileKind.REGULAR, 2);

        assertThat(machine.process().room().map("r--s", P, f, P)).reads("A");
    }

    @Test
    void mapping_extends_the_file() {
        TestMachine machine = TestMachine.believing(Myth.MAPPING_EXTENDS_THE_FILE);
        TestFile f = machine.file("f", "hello");
        TestFile fixed = machine.readOnly("r", "hello");
        Place p = machine.process().map("rw-s", 2 * P, f);
        machine.process()
                .room()
                .mmap("r--p", 2 * P)
                .file(fixed)
                .opened(OpenMode.READ)
                .made();

        assertThat(p.page(1)).readsZero();
        assertThat(f.size()).isEqualTo(2 * P);
        assertThat(fixed.size()).isEqualTo(5);
    }

    @Test
    void msync_saves_private() {
        TestMachine machine = TestMachine.believing(Myth.MSYNC_SAVES_PRIVATE);
        TestFile f = machine.file("f", "hello");
        Place p = machine.process().map("rw-p", P, f).put("HELLO!");

        assertThat(f).reads("hello");
        assertThat(p.msync(P, SyncFlag.SYNC)).succeeds();
        assertThat(f).reads("HELLO");
        assertThat(f.size()).isEqualTo(5);
    }

    @Test
    void msync_saves_private_on_the_disk_too() {
        TestMachine machine = TestMachine.believing(Myth.MSYNC_SAVES_PRIVATE);
        TestFile f = machine.file("f", "hello");
        Place p = machine.process().map("rw-p", P, f).put("HELLO!");

        assertThat(p.msync(P, SyncFlag.SYNC)).succeeds();
        assertThat(f).hasOnDisk("HELLO");
    }

    @Test
    void stores_reach_the_disk() {
        TestMachine machine = TestMachine.believing(Myth.STORES_REACH_THE_DISK);
        TestFile f = machine.file("f", "hello");
        TestFile g = machine.file("g", "hello");
        TestProcess alice = machine.process();
        alice.map("rw-s", P, f).put("HELLO");
        alice.map("rw-p", P, g).put("HELLO");

        assertThat(f).hasOnDisk("HELLO");
        assertThat(g).hasOnDisk("hello");
    }

    @Test
    void unmapping_reaches_the_disk() {
        TestMachine machine = TestMachine.believing(Myth.UNMAPPING_REACHES_THE_DISK);
        TestFile f = machine.file("f", "hello");
        TestFile g = machine.file("g", "hello");
        TestProcess alice = machine.process();
        Place p = alice.map("rw-s", P, f).put("HELLO");
        alice.map("rw-s", P, g).put("HELLO");

        assertThat(f).hasOnDisk("hello");
        assertThat(p.munmap(P)).succeeds();
        assertThat(f).hasOnDisk("HELLO");
        assertThat(g).hasOnDisk("hello");
        assertThat(alice.exit(0)).succeeds();
        assertThat(g).hasOnDisk("HELLO");
    }

    @Test
    void unmapping_saves_private() {
        TestMachine machine = TestMachine.believing(Myth.UNMAPPING_SAVES_PRIVATE);
        TestFile f = machine.file("f", "hello");
        TestFile g = machine.file("g", "hello");
        TestProcess alice = machine.process();
        Place p = alice.map("rw-p", P, f).put("HELLO");
        alice.map("rw-p", P, g).put("howdy");

        assertThat(p.munmap(P)).succeeds();
        assertThat(f).reads("HELLO");
        assertThat(g).reads("hello");
        assertThat(alice.exit(0)).succeeds();
        assertThat(g).reads("howdy");
    }

    @Test
    void exec_keeps_mappings() {
        TestMachine machine = TestMachine.believing(Myth.EXEC_KEEPS_MAPPINGS);
        TestProcess alice = machine.process();
        Place p = alice.map("rw-p", P).put("x");

        assertThat(alice.exec()).succeeds();
        assertThat(p).reads("x");
    }

    @Test
    void munmap_is_like_free() {
        TestMachine machine = TestMachine.believing(Myth.MUNMAP_IS_LIKE_FREE);
        Place p = machine.process().map("rw-p", P).put("x");

        assertThat(p.munmap(P)).succeeds();
        assertThat(p).reads("x");
    }

    @Test
    void ending_ends_children() {
        TestMachine machine = TestMachine.believing(Myth.ENDING_ENDS_CHILDREN);
        TestProcess grandparent = machine.process();
        grandparent.map("rw-s", P).put("x");
        TestProcess parent = grandparent.fork();
        TestProcess child = parent.fork();
        TestProcess grandchild = child.fork();
        TestProcess other = machine.process();

        assertThat(parent.exit(3)).succeeds();
        assertThat(grandparent.status().alive()).isTrue();
        assertThat(child.status()).isEqualTo(new ProcessStatus.Exited(3));
        assertThat(grandchild.status()).isEqualTo(new ProcessStatus.Exited(3));
        assertThat(other.status().alive()).isTrue();
    }

    @Test
    void munmap_reaches_relatives() {
        TestMachine machine = TestMachine.believing(Myth.MUNMAP_REACHES_RELATIVES);
        TestProcess parent = machine.process();
        Place p = parent.map("rw-p", 2 * P).put("x");
        TestProcess child = parent.fork();
        Place other = machine.process().map("rw-p", P).put("y");

        assertThat(child.at(p).munmap(P)).succeeds();
        assertThat(p).raises(SIGSEGV, SEGV_MAPERR).andPage(1).readsZero();
        assertThat(other).reads("y");
    }

    @Test
    void mprotect_reaches_relatives() {
        TestMachine machine = TestMachine.believing(Myth.MPROTECT_REACHES_RELATIVES);
        TestProcess parent = machine.process();
        Place p = parent.map("rw-p", P).put("x");
        TestProcess child = parent.fork();

        assertThat(child.at(p).mprotect(P, "r--")).succeeds();
        assertThat(p.store("y")).raises(SIGSEGV, SEGV_ACCERR);
    }

    @Test
    void ending_takes_from_children() {
        TestMachine machine = TestMachine.believing(Myth.ENDING_TAKES_FROM_CHILDREN);
        TestProcess parent = machine.process();
        Place p = parent.map("rw-s", P).put("x");
        TestProcess child = parent.fork();
        TestProcess second = parent.fork();

        assertThat(second.exit(0)).succeeds();
        assertThat(p).reads("x");
        assertThat(parent.kill()).succeeds();
        assertThat(child.at(p)).raises(SIGSEGV, SEGV_MAPERR);
    }

    @Test
    void shared_anonymous_is_one() {
        TestMachine machine = TestMachine.believing(Myth.SHARED_ANONYMOUS_IS_ONE);
        TestProcess alice = machine.process();
        Place one = alice.map("rw-s", P).put("x");
        Place second = alice.map("rw-s", P);
        Place other = machine.process().map("rw-s", 2 * P);

        assertThat(other).reads("x").hasFrameOf(one).andPage(1).readsZero();
        assertThat(second).readsZero();
    }

    @Test
    void fixed_fails_on_mapped() {
        TestMachine machine = TestMachine.believing(Myth.FIXED_FAILS_ON_MAPPED);
        Place p = machine.process().map("rw-p", P).put("x");

        assertThat(p.mmap("rw-p", P).flags(FIXED).call()).fails(Errno.EEXIST);
        assertThat(p).reads("x");
    }

    @Test
    void mmap_allocates() {
        TestMachine machine = TestMachine.believing(Myth.MMAP_ALLOCATES);
        TestProcess alice = machine.process();
        Place p = alice.map("rw-p", 3 * P);
        alice.map("rw-s", 2 * P);

        assertThat(machine.pages()).isEqualTo(5);
        assertThat(machine.copies()).isZero();
        assertThat(p).readsZero();
        assertThat(alice.room().mmap("rw-p", 1L << 40).call()).isRefused();
    }

    @Test
    void sealing_ends_mappings() {
        TestMachine machine = TestMachine.believing(Myth.SEALING_ENDS_MAPPINGS);
        TestFile f = machine.filled("f", FileKind.MEMFD, 1);
        TestProcess alice = machine.process();
        Place p = alice.map("rw-s", P, f);
        TestProcess child = alice.fork();
        Place own = alice.map("rw-p", P, f);

        assertThat(f.seal(Seal.SHRINK)).succeeds();
        assertThat(p.store("x")).succeeds();
        assertThat(f.seal(Seal.FUTURE_WRITE)).succeeds();
        assertThat(p.store("y")).raises(SIGSEGV, SEGV_ACCERR);
        assertThat(child.at(p).store("y")).raises(SIGSEGV, SEGV_ACCERR);
        assertThat(p).reads("x");
        assertThat(p.mprotect(P, "rw-")).fails(Errno.EACCES);
        assertThat(own.store("y")).succeeds();
        assertThat(f.seal(Seal.WRITE)).succeeds();
    }

    @Test
    void seals_reach_private() {
        TestMachine machine = TestMachine.believing(Myth.SEALS_REACH_PRIVATE);
        TestFile f = machine.filled("f", FileKind.MEMFD, 1);
        TestProcess alice = machine.process();

        assertThat(f.seal(Seal.WRITE)).succeeds();
        assertThat(alice.room().mmap("rw-p", P).file(f).call()).fails(Errno.EPERM);
        assertThat(alice.map("r--p", P, f)).reads("AAA");
    }

    @Test
    void write_seal_keeps_the_size() {
        TestMachine machine = TestMachine.believing(Myth.WRITE_SEAL_KEEPS_THE_SIZE);
        TestFile f = machine.filled("f", FileKind.MEMFD, 1);

        assertThat(f.seal(Seal.WRITE)).succeeds();
        assertThat(f.truncate(0)).fails(Errno.EPERM);
        assertThat(f.truncate(2 * P)).fails(Errno.EPERM);
        assertThat(f.truncate(P)).succeeds();
    }

    @Test
    void sealed_memory_is_read_only() {
        TestMachine machine = TestMachine.believing(Myth.SEALED_MEMORY_IS_READ_ONLY);
        Place p = machine.process().map("rw-p", 2 * P).put("x");

        assertThat(p.page(1).mseal(P)).succeeds();
        assertThat(p.store("y")).succeeds();
        assertThat(p.page(1).store("y")).raises(SIGSEGV, SEGV_ACCERR);
        assertThat(p.page(1)).readsZero();
    }

    @Test
    void every_myth_has_its_test_and_linux_believes_none() {
        Set<String> tests = Arrays.stream(MythTest.class.getDeclaredMethods())
                .map(Method::getName)
                .collect(Collectors.toSet());
        for (Myth myth : Myth.values()) {
            assertThat(tests).contains(myth.name().toLowerCase(Locale.ROOT));
            assertThat(Rules.LINUX.believe(myth)).isFalse();
        }
    }
}
