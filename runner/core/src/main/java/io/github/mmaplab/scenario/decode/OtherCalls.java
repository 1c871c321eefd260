package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** System calls that are no verbs: each is reported by its own name, never taken for a verb that is spelled like it. */
final class OtherCalls {
    private static final String UP_TO_NODES =
            "which memory of the machine a page lies in changes nothing of what is read";

    /** The calls whose effect is written in another way, and how. */
    static final Map<String, String> WRITTEN = Map.ofEntries(
            Map.entry("creat", "`create: data.txt`"),
            Map.entry("execve", "`exec: child`"),
            Map.entry("execveat", "`exec: child`"),
            Map.entry("fallocate", "`allocate`, or `punch` for a hole"),
            Map.entry("fcntl", "`seal: { mem: [write] }` for F_ADD_SEALS"),
            Map.entry("fdatasync", "`sync: data.txt`"),
            Map.entry("fstat", "`expect: { data.txt: { size: 1 page } }`"),
            Map.entry("fsync", "`sync: data.txt`"),
            Map.entry("ftruncate", "`truncate: { data.txt: 1 page }`"),
            Map.entry("futex", "`until: { alice.p: X }`"),
            Map.entry("linkat", "`link: { other.txt: data.txt }`"),
            Map.entry("memfd_create", "`kind: memfd` for a file under `files`"),
            Map.entry("mincore", "`expect: { alice.p: { resident: true } }`"),
            Map.entry("mlock2", "`mlock: { alice.p: { flags: [onfault] } }`"),
            Map.entry("mmap2", "`mmap`"),
            Map.entry("openat", "`open: { alice.log: { file: data.txt } }`"),
            Map.entry("openat2", "`open: { alice.log: { file: data.txt } }`"),
            Map.entry("posix_fallocate", "`allocate`"),
            Map.entry("posix_madvise", "`madvise`"),
            Map.entry("prlimit", "`limit`"),
            Map.entry("renameat", "`rename: { new.txt: data.txt }`"),
            Map.entry("renameat2", "`rename: { new.txt: data.txt }`"),
            Map.entry("sbrk", "`brk: { alice: 3 pages }`"),
            Map.entry("setrlimit", "`limit`"),
            Map.entry("shm_open", "`kind: shm` for a file under `files`"),
            Map.entry("shm_unlink", "`unlink`"),
            Map.entry("shmat", "`mmap` with a file of `kind: sysv`"),
            Map.entry("shmctl", "`unlink` for IPC_RMID, or `expect: { seg: { attached: 1 } }`"),
            Map.entry("shmget", "`kind: sysv` for a file under `files`"),
            Map.entry("sigaction", "`raises: SIGSEGV` beside the step whose signal is handled"),
            Map.entry("signal", "`raises: SIGSEGV` beside the step whose signal is handled"),
            Map.entry("stat", "`expect: { data.txt: { size: 1 page } }`"),
            Map.entry("statx", "`expect: { data.txt: { size: 1 page } }`"),
            Map.entry("sync_file_range", "`sync: data.txt`"),
            Map.entry("syncfs", "`sync: data.txt`"),
            Map.entry("unlinkat", "`unlink: data.txt`"),
            Map.entry("wait", "`expect: { child: { exit-code: 0 } }`"),
            Map.entry("waitid", "`expect: { child: { exit-code: 0 } }`"),
            Map.entry("waitpid", "`expect: { child: { exit-code: 0 } }`"));

    /** The calls that the language does not have, and what comes nearest. */
    static final Map<String, String> UNKNOWN = Map.ofEntries(
            Map.entry("aio_read", "`read`"),
            Map.entry("aio_write", "`write`"),
            Map.entry("chmod", "`mode: read-only` for a file under `files`"),
            Map.entry("clone", "`fork`, for a child with memory of its own"),
            Map.entry("clone3", "`fork`, for a child with memory of its own"),
            Map.entry("close_range", "`close`, one descriptor at a time"),
            Map.entry("copy_file_range", "`read` and `write`"),
            Map.entry("dup2", "`dup`, for a descriptor with a name of its own"),
            Map.entry("dup3", "`dup`, for a descriptor with a name of its own"),
            Map.entry("fadvise64", "`madvise`, for a range that is mapped"),
            Map.entry("fchmod", "`mode: read-only` for a file under `files`"),
            Map.entry("getrlimit", "`limit`, and a step that `fails`"),
            Map.entry("io_submit", "`read` and `write`"),
            Map.entry("io_uring_setup", "`read` and `write`"),
            Map.entry("lseek", "an offset in the file, `data.txt+4K`"),
            Map.entry("memfd_secret", "`kind: memfd` for a file under `files`"),
            Map.entry("pkey_mprotect", "`mprotect`"),
            Map.entry("posix_fadvise", "`madvise`, for a range that is mapped"),
            Map.entry("preadv", "`pread`, with one buffer"),
            Map.entry("process_madvise", "`madvise`, by the process itself"),
            Map.entry("process_vm_readv", "`read`, by the process itself"),
            Map.entry("process_vm_writev", "`write`, by the process itself"),
            Map.entry("ptrace", "`write`, by the process itself"),
            Map.entry("pwritev", "`pwrite`, with one buffer"),
            Map.entry("readahead", "`madvise: { alice.p: willneed }`"),
            Map.entry("readv", "`pread`, with one buffer"),
            Map.entry("remap_file_pages", "`mmap` with `at`, one page at a time"),
            Map.entry("sendfile", "`write` and `read`"),
            Map.entry("splice", "`write` and `read`"),
            Map.entry("tee", "`write` and `read`"),
            Map.entry("userfaultfd", "`mprotect`, and a step that `raises`"),
            Map.entry("vfork", "`fork`, for a child with memory of its own"),
            Map.entry("vmsplice", "`write` and `read`"),
            Map.entry("writev", "`pwrite`, with one buffer"));

    /** The calls of whose effect no scenario can see anything, and why. */
    static final Map<String, String> UNSEEN = Map.ofEntries(
            Map.entry("cachestat", "which pages the page cache holds is up to the kernel"),
            Map.entry("get_mempolicy", UP_TO_NODES),
            Map.entry("kcmp", "names say which descriptors are duplicates"),
            Map.entry("map_shadow_stack", "only the processor stores there"),
            Map.entry("mbind", UP_TO_NODES),
            Map.entry("membarrier", "the steps of a scenario are in one order for all processes"),
            Map.entry("migrate_pages", UP_TO_NODES),
            Map.entry("move_pages", UP_TO_NODES),
            Map.entry("pkey_alloc", "protection keys are a matter of the processor"),
            Map.entry("pkey_free", "protection keys are a matter of the processor"),
            Map.entry("prctl", "what it sets is not a part of any mapping"),
            Map.entry("process_mrelease", "the memory of a process that was killed is gone at once"),
            Map.entry("set_mempolicy", UP_TO_NODES),
            Map.entry("swapoff", "no page is swapped out while memory is plenty"),
            Map.entry("swapon", "no page is swapped out while memory is plenty"));

    private OtherCalls() {}

    /** Reports a call of Linux that is no verb; says whether the key is one. */
    static boolean refuse(Problems problems, Node.Scalar key) {
        String written = WRITTEN.get(key.text());
        if (written != null) {
            problems.add(
                    Code.UNKNOWN_KEY,
                    key.span(),
                    "`" + key.text() + "` is not a verb",
                    "the language has another word for it: write " + written);
            return true;
        }
        String help = help(key.text());
        if (help != null) {
            problems.add(Code.CALL_NOT_SIMULATED, key.span(), "not simulated: " + key.text() + "(2)", help);
        }
        return help != null;
    }

    private static @Nullable String help(String call) {
        String nearest = UNKNOWN.get(call);
        if (nearest != null) {
            return "what comes nearest is " + nearest;
        }
        String why = UNSEEN.get(call);
        return why == null ? null : why + "; leave the step out";
    }
}
