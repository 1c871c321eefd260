package io.github.mmaplab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever Linux has a name for where memory is mapped, is played or is refused by this name: each flag, advice, seal, limit
 * and call, as the language and as C would spell it, and each facet. A word that Linux does not have is neither.
 */
class EveryWordTest {
    private static final Path HEADERS = Path.of("/usr/include");
    private static final String WORD = "<word>";

    /** What is said of the value of a facet that has words as values. */
    private static final String NO_VALUE = "`1` is not ";

    /** The prefix of the names in C, where a step has one of them, and the names of Linux 6.18. */
    private enum Names {
        MAP(
                "mmap: { alice.q: { sharing: private, flags: [<word>] } }",
                "SHARED PRIVATE SHARED_VALIDATE FIXED ANONYMOUS POPULATE NONBLOCK STACK HUGETLB SYNC FIXED_NOREPLACE"
                        + " UNINITIALIZED GROWSDOWN DENYWRITE EXECUTABLE LOCKED NORESERVE 32BIT ABOVE4G FILE DROPPABLE"
                        + " HUGE_16KB HUGE_64KB HUGE_512KB HUGE_1MB HUGE_2MB HUGE_8MB HUGE_16MB HUGE_32MB HUGE_256MB"
                        + " HUGE_512MB HUGE_1GB HUGE_2GB HUGE_16GB"),
        PROT("mprotect: { alice.p: '<word>' }", "READ WRITE EXEC SEM NONE GROWSDOWN GROWSUP"),
        MADV(
                "madvise: { alice.p: <word> }",
                "NORMAL RANDOM SEQUENTIAL WILLNEED DONTNEED FREE REMOVE DONTFORK DOFORK HWPOISON SOFT_OFFLINE MERGEABLE"
                        + " UNMERGEABLE HUGEPAGE NOHUGEPAGE DONTDUMP DODUMP WIPEONFORK KEEPONFORK COLD PAGEOUT"
                        + " POPULATE_READ POPULATE_WRITE DONTNEED_LOCKED COLLAPSE GUARD_INSTALL GUARD_REMOVE"),
        MREMAP("mremap: { alice.p: { length: 1 page, flags: [<word>] } }", "MAYMOVE FIXED DONTUNMAP"),
        MS("msync: { alice.p: { flags: [<word>] } }", "ASYNC INVALIDATE SYNC"),
        MLOCK("mlock: { alice.p: { flags: [<word>] } }", "ONFAULT"),
        MCL("mlockall: { alice: [<word>] }", "CURRENT FUTURE ONFAULT"),
        F_SEAL("seal: { mem: [<word>] }", "SEAL SHRINK GROW WRITE FUTURE_WRITE EXEC"),
        RLIMIT(
                "limit: { alice: { <word>: 1 page } }",
                "AS DATA MEMLOCK CPU FSIZE STACK CORE RSS NPROC NOFILE LOCKS SIGPENDING MSGQUEUE NICE RTPRIO RTTIME"),
        FALLOC_FL(
                "allocate: { data.txt: { length: 1 page, flags: [<word>] } }",
                "KEEP_SIZE PUNCH_HOLE NO_HIDE_STALE COLLAPSE_RANGE ZERO_RANGE INSERT_RANGE UNSHARE_RANGE WRITE_ZEROES"),
        O(
                "open: { alice.log: { file: data.txt, flags: [<word>] } }",
                "CREAT EXCL NOCTTY TRUNC APPEND NONBLOCK DSYNC DIRECT LARGEFILE DIRECTORY NOFOLLOW NOATIME CLOEXEC SYNC"
                        + " PATH TMPFILE");

        private final String step;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> names;

        Names(String step, String names) {
            this.step = step;
            this.names = List.of(names.split(" ", -1));
        }
    }

    /** What the headers give a name to that is no flag: masks, counts, and modes that are a key of their own. */
    private static final Set<String> NO_FLAGS = Set.of(
            "MAP_TYPE", "MAP_HUGE_MASK", "MAP_HUGE_SHIFT", "O_ACCMODE", "O_NDELAY", "O_RDONLY", "O_RDWR", "O_WRONLY");

    /** The calls that map memory, change it, or give access to a file. */
    private static final List<String> CALLS = List.of(
            ("mmap munmap mprotect msync mremap madvise mlock munlock mlockall munlockall mseal brk sbrk mincore"
                            + " remap_file_pages mlock2 pkey_mprotect process_madvise process_vm_readv process_vm_writev"
                            + " process_mrelease userfaultfd map_shadow_stack mbind set_mempolicy get_mempolicy move_pages"
                            + " migrate_pages pkey_alloc pkey_free membarrier cachestat memfd_create memfd_secret shmget"
                            + " shmat shmdt shmctl shm_open shm_unlink posix_madvise posix_fallocate posix_fadvise fadvise64"
                            + " fork vfork clone clone3 execve execveat exit kill wait waitid waitpid ptrace prctl kcmp"
                            + " setrlimit getrlimit prlimit futex sigaction signal open openat openat2 creat close"
                            + " close_range dup dup2 dup3 fcntl lseek read write pread pwrite readv writev preadv pwritev"
                            + " aio_read aio_write io_uring_setup io_submit sendfile splice tee vmsplice copy_file_range"
                            + " truncate ftruncate fallocate fsync fdatasync sync_file_range syncfs readahead stat fstat"
                            + " statx chmod fchmod link linkat rename renameat renameat2 unlink unlinkat swapon swapoff")
                    .split(" ", -1));

    /** The facets that a mapping, a process and a file are known to have. */
    private static final Map<String, String> FACETS = Map.of(
            "alice", "alive exit-code killed-by maps vm-size rss pss locked-size minor-faults major-faults",
            "alice.p",
                    "text hex zeros fill one-of raises same-page-as not-same-page-as mapped prot sharing resident locked"
                            + " rss pss shared private frames at",
            "data.txt", "text hex zeros fill one-of size exists on-disk");

    private static final List<String> MACHINE = List.of(
            "crash kernel model room memory-room max-mappings overcommit commit-limit zero-page".split(" ", -1));

    private static final List<String> FILE_KINDS =
            List.of("regular memfd shm sysv hugetlb secret device directory pipe".split(" ", -1));

    static Stream<Arguments> flags() {
        return Arrays.stream(Names.values())
                .flatMap(list -> list.names.stream()
                        .flatMap(name -> Stream.of(name.toLowerCase(Locale.ROOT), list.name() + "_" + name)
                                .map(word -> Arguments.of(list, name, word))));
    }

    @ParameterizedTest
    @MethodSource
    void flags(Names list, String name, String word) {
        assertKnown(file("", "", list.step.replace(WORD, word), ""), list.name() + "_" + name, word);
    }

    static Stream<String> calls() {
        return CALLS.stream();
    }

    @ParameterizedTest
    @MethodSource
    void calls(String call) {
        List<Diagnostic> problems = read(file("", "", call + ": alice.p", "")).diagnostics();

        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.hints()).noneMatch(note -> note.startsWith("did you mean"));
        });
        if (problems.stream().anyMatch(problem -> problem.message().equals("`" + call + "` is not a verb"))) {
            assertThat(problems)
                    .anySatisfy(problem -> assertThat(problem.hints())
                            .anyMatch(note -> note.startsWith("the language has another word for it: write ")));
        }
    }

    static Stream<Arguments> facets() {
        return FACETS.entrySet().stream()
                .flatMap(owner ->
                        Stream.of(owner.getValue().split(" ", -1)).map(facet -> Arguments.of(owner.getKey(), facet)));
    }

    @ParameterizedTest
    @MethodSource
    void facets(String owner, String facet) {
        assertKnown(file("", "", "read: alice.p", owner + ": { " + facet + ": 1 }"), facet, facet);
    }

    static Stream<String> machines() {
        return MACHINE.stream();
    }

    @ParameterizedTest
    @MethodSource
    void machines(String key) {
        assertKnown(file("machine: { " + key + ": 1 }\n", "", "read: alice.p", ""), key, key);
    }

    static Stream<String> kinds() {
        return FILE_KINDS.stream();
    }

    @ParameterizedTest
    @MethodSource
    void kinds(String kind) {
        assertKnown(file("", "other: { kind: " + kind + " }", "read: alice.p", ""), kind, kind);
    }

    /** So the test would notice a word that is missing. */
    @Test
    void a_word_of_no_kernel_is_not_known() {
        for (Names list : Names.values()) {
            assertThat(isKnown(
                            read(file("", "", list.step.replace(WORD, "frobnicate"), "")), "FROBNICATE", "frobnicate"))
                    .as(list.name())
                    .isFalse();
        }
        FACETS.keySet()
                .forEach(owner -> assertThat(isKnown(
                                read(file("", "", "read: alice.p", owner + ": { frobnicate: 1 }")),
                                "FROBNICATE",
                                "frobnicate"))
                        .as(owner)
                        .isFalse());
    }

    @Test
    void every_name_in_the_headers_of_this_machine_is_tried() throws IOException {
        assumeThat(HEADERS.resolve("asm-generic"))
                .as("NOT RUN: there are no headers of Linux")
                .exists();
        Set<String> known = new HashSet<>(NO_FLAGS);
        List<String> prefixes = new ArrayList<>();
        for (Names list : Names.values()) {
            list.names.forEach(name -> known.add(list.name() + "_" + name));
            prefixes.add(list.name());
        }
        Pattern definition = Pattern.compile("(?m)^#\\s*define\\s+((?:" + String.join("|", prefixes) + ")_[A-Z0-9_]+)");
        Set<String> defined = new HashSet<>();
        for (String header : List.of(
                "asm-generic/mman-common.h",
                "asm-generic/mman.h",
                "linux/mman.h",
                "linux/falloc.h",
                "linux/fcntl.h",
                "asm-generic/fcntl.h",
                "asm-generic/resource.h")) {
            Matcher names = definition.matcher(Files.readString(HEADERS.resolve(header)));
            while (names.find()) {
                defined.add(names.group(1));
            }
        }
        assertThat(defined).hasSizeGreaterThan(80);
        assertThat(known).containsAll(defined);
    }

    private static void assertKnown(String file, String name, String word) {
        ReadResult result = read(file);
        assertThat(isKnown(result, name, word))
                .as(file + "\n" + result.diagnostics())
                .isTrue();
        if (!result.hasErrors()) {
            for (Scenario scenario : result.scenarios()) {
                assertThat(Exploration.run(scenario, KernelSource.simulated(Rules.LINUX))
                                .verdict())
                        .isNotNull();
            }
        }
    }

    /** Whether a word can be read, or its place is wrong alone, or it is refused by its name. */
    private static boolean isKnown(ReadResult result, String name, String word) {
        return result.diagnostics().stream().allMatch(problem -> isKnown(problem, name, word));
    }

    private static boolean isKnown(Diagnostic problem, String name, String word) {
        boolean isByName = problem.message().contains(name) || problem.message().contains("`" + word + "`");
        return switch (problem.code().id()) {
            case "E0601", "E0602", "E0603" -> isByName;
            case "E0201", "E0406", "E0408" ->
                problem.message().startsWith(NO_VALUE) || (isByName && isSaidOtherwise(problem));
            default -> true;
        };
    }

    /** Whether a hint says what to write instead. */
    private static boolean isSaidOtherwise(Diagnostic problem) {
        return problem.hints().stream()
                .anyMatch(hint -> hint.startsWith("write `")
                        || hint.contains("means MAP_FIXED")
                        || hint.contains("is anonymous")
                        || hint.contains("leave it out"));
    }

    private static ReadResult read(String file) {
        return ScenarioReader.read("word", file.getBytes(StandardCharsets.UTF_8));
    }

    private static String file(String machine, String file, String step, String expected) {
        return "scenario: x\n" + machine
                + "files:\n  data.txt: { size: 1 page }\n  mem: { size: 1 page, kind: memfd }\n"
                + (file.isEmpty() ? "" : "  " + file + "\n")
                + "processes:\n  alice:\n    p: { sharing: private, length: 2 pages }\nsteps:\n  - " + step
                + "\nexpect:\n  alice.p+1 page: { mapped: true }\n"
                + (expected.isEmpty() ? "" : "  " + expected + "\n");
    }
}
