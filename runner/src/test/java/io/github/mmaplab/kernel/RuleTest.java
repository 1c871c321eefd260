package io.github.mmaplab.kernel;

import static io.github.mmaplab.abi.RemapFlag.FIXED;
import static io.github.mmaplab.abi.RemapFlag.MAYMOVE;
import static io.github.mmaplab.abi.Signal.SIGBUS;
import static io.github.mmaplab.abi.Signal.SIGSEGV;
import static io.github.mmaplab.abi.SignalCode.BUS_ADRERR;
import static io.github.mmaplab.abi.SignalCode.SEGV_ACCERR;
import static io.github.mmaplab.kernel.KernelAssertions.assertThat;
import static io.github.mmaplab.kernel.TestMachine.P;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.Seal;
import io.github.mmaplab.abi.SyncFlag;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Rules;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What changes when a rule alone is taken away: one test a rule, of its name. That the rule makes the kernel behave as
 * Linux does is what the tests of the operations say.
 */
final class RuleTest {

    @Test
    void private_stores_copy() {
        TestMachine machine = TestMachine.without(Rule.PRIVATE_STORES_COPY);
        TestProcess alice = machine.process();
        TestFile f = machine.file("f", "hello");
        Place p = alice.map("rw-p", P, f);
        Place anonymous = alice.map("rw-p", P).put("a");
        TestProcess child = alice.fork();

        p.put("HELLO");
        child.at(anonymous).put("b");

        assertThat(f).reads("HELLO");
        assertThat(anonymous).reads("b").hasFrameOf(child.at(anonymous));
        assertThat(machine.copies()).isZero();
    }

    @Test
    void loads_do_not_copy() {
        TestMachine machine = TestMachine.without(Rule.LOADS_DO_NOT_COPY);
        TestFile f = machine.file("f", "hello");
        Place p = machine.process().map("rw-p", P, f);
        Place anonymous = machine.process().map("r--p", P);

        assertThat(p).reads("hello");
        assertThat(anonymous).readsZero();

        assertThat(machine.copies()).isEqualTo(1);
        assertThat(machine.pages()).isEqualTo(3);
        assertThat(f.write(0, "HELLO")).succeeds();
        assertThat(p).reads("hello");
    }

    @Test
    void last_owner_reuses() {
        TestMachine machine = TestMachine.without(Rule.LAST_OWNER_REUSES);
        TestProcess alice = machine.process();
        Place p = alice.map("rw-p", P).put("a");
        assertThat(alice.fork().exit(0)).succeeds();
        var frame = PlaceAssert.frame(p);

        p.put("b");
        assertThat(p).hasNotFrame(frame).reads("b");
        p.put("c");

        assertThat(machine.copies()).as("once").isEqualTo(1);
    }

    @Test
    void private_follows_file() {
        TestMachine machine = TestMachine.without(Rule.PRIVATE_FOLLOWS_FILE);
        TestFile f = machine.filled("f", FileKind.REGULAR, 2);
        TestProcess alice = machine.process();
        Place p = alice.map("rw-p", 4 * P, f);
        Place r = alice.room().mmap("r--p", 4 * P).file(f).opened(OpenMode.READ).made();
        Place none = alice.map("---p", 2 * P, f);
        Place s = alice.map("rw-s", P, f);

        assertThat(f.write(0, "new")).succeeds();

        assertThat(p).reads("AAA").andPage(1).reads("B").andPage(1).raises(SIGBUS, BUS_ADRERR);
        assertThat(r).reads("AAA");
        assertThat(none.mprotect(P, "r--")).succeeds();
        assertThat(none).reads("AAA");
        assertThat(s).reads("new");
    }

    @Test
    void private_follows_file_is_not_missed_for_more_pages_than_there_is_memory_for() {
        TestMachine machine = TestMachine.without(Rule.PRIVATE_FOLLOWS_FILE);
        TestFile f = machine.hole("f", FileKind.REGULAR, 1L << 40);
        Place p = machine.process().at(machine.room(1L << 40));

        assertThat(p.mmap("r--p", 1L << 40).file(f).call()).isRefused();

        assertThat(p).maps("nothing");
    }

    @Test
    void copies_one_page() {
        TestMachine machine = TestMachine.without(Rule.COPIES_ONE_PAGE);
        TestProcess alice = machine.process();
        TestFile f = machine.filled("f", FileKind.REGULAR, 3);
        Place p = alice.map("rw-p", 5 * P, f);
        Place anonymous = alice.map("rw-p", 4 * P);

        p.page(1).put("x");
        assertThat(machine.copies()).as("as far as there is a file").isEqualTo(3);
        p.page(2).put("y");
        assertThat(machine.copies()).as("the second store").isEqualTo(3);
        anonymous.put("a");
        assertThat(machine.pages()).isEqualTo(3 + 3 + 4);

        assertThat(f.write(0, "new")).succeeds();
        assertThat(p).reads("AAA").andPage(3).raises(SIGBUS, BUS_ADRERR);
        TestProcess child = alice.fork();
        child.at(anonymous).page(3).put("b");
        assertThat(machine.copies()).as("once more after a fork").isEqualTo(3 + 4);
        assertThat(child.at(anonymous)).reads("a").hasNotFrameOf(anonymous);
    }

    @Test
    void copies_one_page_is_not_missed_for_more_pages_than_there_is_memory_for() {
        TestMachine machine = TestMachine.without(Rule.COPIES_ONE_PAGE);
        Place p = machine.process().map("rw-p", 1L << 40);

        assertThat(p.store("x")).isRefused();
        assertThat(p.madvise(P, Advice.POPULATE_WRITE)).isRefused();

        assertThat(machine.pages()).isZero();
    }

    @Test
    void stores_are_seen_at_once() {
        TestMachine machine = TestMachine.without(Rule.STORES_ARE_SEEN_AT_ONCE);
        TestFile f = machine.filled("f", FileKind.REGULAR, 2);
        Place alice = machine.process().map("rw-s", 2 * P, f);
        Place bob = machine.process().map("rw-s", 2 * P, f);
        Place copy = bob.process().map("rw-p", P, f);

        alice.put("one");
        alice.page(1).put("two");
        alice.put("O");
        bob.plus(1).put("b");
        assertThat(alice).reads("One").hasFrameOf(bob);
        assertThat(bob).reads("AbA");
        assertThat(copy).as("a private mapping of the process that stored").reads("AAA");
        assertThat(f).reads("AAA");

        assertThat(alice.msync(P)).succeeds();
        assertThat(alice.msync(P, SyncFlag.INVALIDATE)).succeeds();
        assertThat(bob).as("neither flag").reads("AbA");
        assertThat(alice.msync(P, SyncFlag.ASYNC)).succeeds();
        assertThat(bob).reads("Obe").andPage(1).reads("BBB");
        assertThat(f).reads("One");
        assertThat(bob.munmap(P)).succeeds();
        assertThat(alice).reads("Obe");
        assertThat(f.write(P, "new")).succeeds();
        assertThat(alice.page(1)).as("its own store").reads("two");
        assertThat(alice.process().exec()).succeeds();
        assertThat(f).reads(P, "two");
    }

    @Test
    void stores_are_seen_at_once_or_lost_with_their_page() {
        TestMachine machine = TestMachine.without(Rule.STORES_ARE_SEEN_AT_ONCE);
        TestFile f = machine.filled("f", FileKind.REGULAR, 1);
        TestProcess alice = machine.process();
        Place s = alice.map("rw-s", P, f).put("x");
        Place nameless = alice.map("rw-s", P).put("y");
        TestProcess child = alice.fork();

        assertThat(f.truncate(0)).succeeds();
        assertThat(f.truncate(P)).succeeds();
        assertThat(s).readsZero();
        assertThat(child.at(nameless)).readsZero();
        assertThat(alice.kill()).succeeds();

        assertThat(child.at(nameless)).reads("y");
        assertThat(child.at(s)).readsZero();
    }

    @Test
    void stores_keep_the_size() {
        TestMachine machine = TestMachine.without(Rule.STORES_KEEP_THE_SIZE);
        TestFile f = machine.file("f", "hello");
        TestProcess alice = machine.process();
        Place s = alice.map("rw-s", 2 * P, f);
        Place p = alice.map("rw-p", P, f);

        s.put("HELLO");
        p.plus(50).put("private");
        assertThat(f).hasSize(5);
        s.plus(6).put("you");
        assertThat(f).hasSize(9).reads("HELLO\0you");
        assertThat(s.plus(P - 1).store("ab")).raises(SIGBUS, BUS_ADRERR);
        assertThat(f).hasSize(P);
    }

    @Test
    void fork_inherits_mappings() {
        TestMachine machine = TestMachine.without(Rule.FORK_INHERITS_MAPPINGS);
        TestProcess alice = machine.process();
        Place p = alice.map("rw-p", P).put("a");

        assertThat(alice.fork().at(p)).maps("nothing");
        p.put("b");

        assertThat(machine.copies()).isZero();
    }

    @Test
    void fork_shares_pages() {
        TestMachine machine = TestMachine.without(Rule.FORK_SHARES_PAGES);
        TestProcess alice = machine.process();
        TestFile f = machine.filled("f", FileKind.REGULAR, 2);
        Place huge = alice.map("rw-p", 1L << 40).put("a");
        Place r = alice.map("rw-p", P).put("r");
        assertThat(r.mprotect(P, "---")).succeeds();
        Place file = alice.map("rw-p", 2 * P, f).put("c");
        Place shared = alice.map("rw-s", P).put("s");
        assertThat(file.page(1)).reads("B");
        assertThat(huge.page(1)).readsZero();

        TestProcess child = alice.fork();

        assertThat(machine.copies())
                .as("two of anonymous memory, one of the file")
                .isEqualTo(1 + 3);
        assertThat(machine.pages()).isEqualTo(2 + 1 + 3 + 3);
        assertThat(child.at(huge)).reads("a").hasNotFrameOf(huge);
        assertThat(child.at(file)).reads("c").hasNotFrameOf(file);
        assertThat(child.at(file).page(1)).hasFrameOf(file.page(1));
        assertThat(child.at(shared)).reads("s").hasFrameOf(shared);
        child.at(huge).put("b");
        assertThat(huge).reads("a");
        assertThat(machine.copies()).as("no more").isEqualTo(4);
    }

    @Test
    void fork_separates_private() {
        TestMachine machine = TestMachine.without(Rule.FORK_SEPARATES_PRIVATE);
        TestProcess alice = machine.process();
        Place p = alice.map("rw-p", P).put("a");
        Place file = alice.map("rw-p", 2 * P, machine.filled("f", FileKind.REGULAR, 2))
                .put("c");
        TestProcess child = alice.fork();

        child.at(p).put("b");
        file.put("d");
        child.at(file).page(1).put("e");

        assertThat(p).reads("b").hasFrameOf(child.at(p));
        assertThat(child.at(file)).reads("d");
        assertThat(file.page(1))
                .as("what nobody had at the fork")
                .reads("e")
                .hasFrameOf(child.at(file).page(1));
    }

    @Test
    void fork_keeps_shared() {
        TestMachine machine = TestMachine.without(Rule.FORK_KEEPS_SHARED);
        TestFile f = machine.filled("f", FileKind.REGULAR, 3);
        TestProcess alice = machine.process();
        Place s = alice.map("rw-s", 2 * P, f).put("s");
        Place again = alice.map("r--s", P, f);
        Place nameless = alice.map("rw-s", P).put("n");
        Place p = alice.map("r--p", P, f);
        Place huge = alice.map("rw-s", 1L << 40);

        TestProcess child = alice.fork();
        assertThat(machine.copies()).as("two of the file, one without a name").isEqualTo(3);
        child.at(nameless).put("c");
        s.put("t");
        assertThat(f.write(P, "new")).succeeds();
        assertThat(f.truncate(P)).succeeds();

        assertThat(child.at(s)).reads("sA").hasNotFrameOf(s).andPage(1).reads("BBB");
        assertThat(child.at(again)).reads("s").hasFrameOf(child.at(s));
        assertThat(child.at(p)).reads("t");
        assertThat(nameless).reads("n");
        assertThat(child.at(huge)).readsZero();
        assertThat(child.at(s).maps()).isEqualTo(s.maps());
        TestProcess grandchild = child.fork();
        child.at(s).put("u");
        assertThat(grandchild.at(s)).reads("s");
        assertThat(child.at(s).msync(P, SyncFlag.SYNC)).succeeds();
        assertThat(f).reads("t");
    }

    @Test
    void forked_pages_stay_writable() {
        TestMachine machine = TestMachine.without(Rule.FORKED_PAGES_STAY_WRITABLE);
        TestProcess alice = machine.process();
        TestFile f = machine.filled("f", FileKind.REGULAR, 1);
        Place p = alice.map("rw-p", 2 * P).put("a");
        Place s = alice.map("rw-s", P).put("s");
        Place file = alice.map("rw-p", P, f);
        TestProcess child = alice.fork();

        assertThat(p.store("b")).raises(SIGSEGV, SEGV_ACCERR);
        assertThat(child.at(p).store("b")).raises(SIGSEGV, SEGV_ACCERR);
        p.page(1).put("what nobody had at the fork");
        file.put("what is not copied yet");
        s.put("t");
        assertThat(child.at(s)).reads("t");

        assertThat(alice.exit(0)).succeeds();
        child.at(p).put("c");
        assertThat(child.at(p)).reads("c");
    }

    @Test
    void tail_is_zeroed() {
        TestMachine machine = TestMachine.without(Rule.TAIL_IS_ZEROED);
        TestFile f = machine.file("f", "hello");
        Place s = machine.process().map("rw-s", P, f);
        s.plus(100).put("T");

        assertThat(f.sync()).succeeds();
        assertThat(f.truncate(2)).succeeds();
        assertThat(f.truncate(200)).succeeds();

        assertThat(f).reads(2, "llo").reads(100, "T");
    }

    @Test
    void past_the_end_is_sigbus() {
        TestMachine machine = TestMachine.without(Rule.PAST_THE_END_IS_SIGBUS);
        TestFile f = machine.file("f", "hello");
        TestProcess alice = machine.process();
        Place s = alice.map("rw-s", 3 * P, f);
        Place p = alice.map("rw-p", 3 * P, f);

        assertThat(s.page(1)).readsZero();
        s.page(1).put("x");
        p.page(2).put("y");

        assertThat(p.page(1)).reads("x").andPage(1).reads("y");
        assertThat(f).hasSize(5);
        assertThat(f.truncate(0)).succeeds();
        assertThat(s.page(1)).readsZero();
    }

    @Test
    void truncation_reaches_mappings() {
        TestMachine machine = TestMachine.without(Rule.TRUNCATION_REACHES_MAPPINGS);
        TestFile f = machine.filled("f", FileKind.REGULAR, 3);
        TestProcess alice = machine.process();
        Place s = alice.map("rw-s", 4 * P, f);
        Place p = machine.process().room().map("rw-p", 2 * P, f, P);
        TestFile g = machine.file("g", FileKind.MEMFD, "hello");

        assertThat(f.truncate(100)).succeeds();
        assertThat(g.truncate(2)).succeeds();
        assertThat(g.truncate(5)).succeeds();

        assertThat(g).as("a file that nobody has mapped").reads("he\0\0\0");

        assertThat(s.plus(99)).reads("AA");
        assertThat(s).andPage(1).reads("BBB").andPage(1).reads("CCC").andPage(1).raises(SIGBUS, BUS_ADRERR);
        assertThat(p).reads("BBB").hasFrameOf(s.page(1));
        assertThat(alice.map("r--s", 2 * P, f)).reads("AAA").andPage(1).raises(SIGBUS, BUS_ADRERR);
        assertThat(f.truncate(2 * P)).succeeds();
        s.page(1).put("old");
        assertThat(f).reads(P, "\0\0\0");
        assertThat(p).reads("old");
        p.put("P");
        assertThat(s.page(1)).reads("old");
    }

    @Test
    void truncation_reaches_mappings_is_not_missed_for_more_pages_than_there_is_memory_for() {
        TestMachine machine = TestMachine.without(Rule.TRUNCATION_REACHES_MAPPINGS);
        TestFile f = machine.hole("f", FileKind.REGULAR, 1L << 40);
        machine.process().map("r--s", 1L << 40, f);

        assertThat(f.truncate(P)).isRefused();

        assertThat(f).hasSize(1L << 40);
    }

    @Test
    void truncation_takes_copies() {
        TestMachine machine = TestMachine.without(Rule.TRUNCATION_TAKES_COPIES);
        TestFile f = machine.filled("f", FileKind.REGULAR, 2);
        Place p = machine.process().map("rw-p", 2 * P, f);
        p.page(1).put("x");

        assertThat(f.truncate(0)).succeeds();

        assertThat(p).raises(SIGBUS, BUS_ADRERR).andPage(1).reads("xB");
    }

    @Test
    void punching_keeps_copies() {
        TestMachine machine = TestMachine.without(Rule.PUNCHING_KEEPS_COPIES);
        TestFile f = machine.filled("f", FileKind.REGULAR, 2);
        Place p = machine.process().map("rw-p", 2 * P, f).put("x");
        p.page(1).put("y");

        assertThat(f.punch(0, P + 100)).succeeds();

        assertThat(p).readsZero().andPage(1).reads("yB");
    }

    @Test
    void unlink_keeps_file() {
        TestMachine machine = TestMachine.without(Rule.UNLINK_KEEPS_FILE);
        TestFile f = machine.filled("f", FileKind.REGULAR, 1);
        Place s = machine.process().map("rw-s", P, f);
        Place p = machine.process().map("rw-p", P, f).put("x");

        assertThat(f.unlink()).succeeds();

        assertThat(s).raises(SIGBUS, BUS_ADRERR);
        assertThat(p).raises(SIGBUS, BUS_ADRERR);
        assertThat(f).hasSize(0);
        assertThat(machine.pages()).isZero();
    }

    @Test
    void protection_is_enforced() {
        TestMachine machine = TestMachine.without(Rule.PROTECTION_IS_ENFORCED);
        TestProcess alice = machine.process();
        TestFile f = machine.readOnly("f", "hello");
        Place none = alice.map("---p", P);
        Place r = alice.room().mmap("r--s", P).file(f).opened(OpenMode.READ).made();

        none.put("x");
        r.put("HELLO");

        assertThat(none).reads("x");
        assertThat(f).reads("HELLO");
        assertThat(r.mprotect(P, "rw-")).as("the call is refused all the same").fails(Errno.EACCES);
    }

    @Test
    void dontneed_drops_copies() {
        TestMachine machine = TestMachine.without(Rule.DONTNEED_DROPS_COPIES);
        Place p = machine.process().map("rw-p", P).put("x");

        assertThat(p.madvise(P, Advice.DONTNEED)).succeeds();

        assertThat(p).reads("x");
    }

    @Test
    void dontneed_keeps_files() {
        TestMachine machine = TestMachine.without(Rule.DONTNEED_KEEPS_FILES);
        TestFile f = machine.filled("f", FileKind.REGULAR, 2);
        TestFile g = machine.filled("g", FileKind.REGULAR, 2);
        TestProcess alice = machine.process();
        Place s = alice.map("rw-s", 2 * P, f);
        Place p = alice.map("rw-p", 3 * P, g).put("x");
        Place anonymous = alice.map("rw-p", P).put("a");

        assertThat(s.page(1).madvise(P, Advice.DONTNEED)).succeeds();
        assertThat(p.madvise(3 * P, Advice.DONTNEED)).succeeds();
        assertThat(anonymous.madvise(P, Advice.DONTNEED)).succeeds();

        assertThat(f).reads("AAA").reads(P, "\0\0\0");
        assertThat(s.page(1)).readsZero();
        assertThat(g).reads("AAA");
        assertThat(p).readsZero().andPage(1).readsZero().andPage(1).raises(SIGBUS, BUS_ADRERR);
        assertThat(anonymous).readsZero();
    }

    @Test
    void dontneed_keeps_files_is_not_missed_for_more_pages_than_there_is_memory_for() {
        TestMachine machine = TestMachine.without(Rule.DONTNEED_KEEPS_FILES);
        TestFile f = machine.hole("f", FileKind.REGULAR, 1L << 40);
        Place p = machine.process().map("r--p", 1L << 40, f);

        assertThat(p.madvise(1L << 40, Advice.DONTNEED)).isRefused();
    }

    @Test
    void mremap_moves_pages() {
        TestMachine machine = TestMachine.without(Rule.MREMAP_MOVES_PAGES);
        TestProcess alice = machine.process();
        Place p = alice.map("rw-p", P).put("x");
        Place s = alice.map("rw-s", P).put("s");
        Place there = alice.room();

        assertThat(p.mremap(P, P, there, MAYMOVE, FIXED)).moves(there);
        assertThat(there).readsZero();

        assertThat(s.mremap(P, P, there, MAYMOVE, FIXED)).moves(there);
        assertThat(there).reads("s");
    }

    @Test
    void write_seal_needs_no_writer() {
        TestMachine machine = TestMachine.without(Rule.WRITE_SEAL_NEEDS_NO_WRITER);
        TestFile f = machine.filled("f", FileKind.MEMFD, 1);
        TestProcess alice = machine.process();
        Place p = alice.map("rw-s", P, f);

        assertThat(f.seal(Seal.WRITE)).succeeds();
        assertThat(p.store("x")).succeeds();
        assertThat(f).reads("x");
        assertThat(alice.room().mmap("rw-s", P).file(f).call()).fails(Errno.EPERM);
    }

    @Test
    void fork_keeps_seals() {
        TestMachine machine = TestMachine.without(Rule.FORK_KEEPS_SEALS);
        TestProcess alice = machine.process();
        Place p = alice.map("rw-p", P).put("x");
        Place s = alice.map("rw-s", P);

        assertThat(p.mseal(P)).succeeds();
        assertThat(s.mseal(P)).succeeds();
        TestProcess child = alice.fork();
        assertThat(child.at(p).munmap(P)).succeeds();
        assertThat(child.at(s).munmap(P)).succeeds();
        assertThat(p.munmap(P)).fails(Errno.EPERM);
    }

    @Test
    void every_rule_has_its_test() {
        Set<String> tests = Arrays.stream(RuleTest.class.getDeclaredMethods())
                .map(Method::getName)
                .collect(Collectors.toSet());

        for (Rule rule : Rule.values()) {
            assertThat(tests).contains(rule.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void a_set_of_rules_is_a_value() {
        Rules fewer = Rules.LINUX.without(Rule.TAIL_IS_ZEROED);

        assertThat(fewer.hold(Rule.TAIL_IS_ZEROED)).isFalse();
        assertThat(Rules.LINUX.hold(Rule.TAIL_IS_ZEROED)).isTrue();
        assertThat(fewer.holding()).hasSize(Rule.values().length - 1);
        assertThat(Rules.LINUX.holding()).containsExactly(Rule.values());
    }
}
