package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.Map;

/** System calls that are no verbs: each is reported by its own name, never taken for a verb that is spelled like it. */
final class OtherCalls {
    /** The calls whose effect is written in another way, and how. */
    private static final Map<String, String> WRITTEN = Map.ofEntries(
            Map.entry("execve", "`exec: child`"),
            Map.entry("fallocate", "`allocate`, or `punch` for a hole"),
            Map.entry("fcntl", "`seal: { mem: [write] }` for F_ADD_SEALS"),
            Map.entry("fdatasync", "`sync: data.txt`"),
            Map.entry("fsync", "`sync: data.txt`"),
            Map.entry("ftruncate", "`truncate: { data.txt: 1 page }`"),
            Map.entry("memfd_create", "`kind: memfd` for a file under `files`"),
            Map.entry("mincore", "`expect: { alice.p: { resident: true } }`"),
            Map.entry("mlock2", "`mlock: { alice.p: { flags: [onfault] } }`"),
            Map.entry("openat", "`open: { alice.log: { file: data.txt } }`"),
            Map.entry("setrlimit", "`limit`"),
            Map.entry("shm_open", "`kind: shm` for a file under `files`"),
            Map.entry("shm_unlink", "`unlink`"));

    /** The calls that the language does not have, and what comes nearest. */
    private static final Map<String, String> UNKNOWN = Map.ofEntries(
            Map.entry("brk", "a private mapping, which is like the heap"),
            Map.entry("clone", "`fork`, for a child with memory of its own"),
            Map.entry("io_uring_setup", "`read` and `write`"),
            Map.entry("lseek", "an offset in the file, `data.txt+4K`"),
            Map.entry("pkey_mprotect", "`mprotect`"),
            Map.entry("pread", "`read: { data.txt+4: 10 }`, by a process outside the scenario"),
            Map.entry("process_madvise", "`madvise`, by the process itself"),
            Map.entry("process_vm_readv", "`read`, by the process itself"),
            Map.entry("process_vm_writev", "`write`, by the process itself"),
            Map.entry("ptrace", "`write`, by the process itself"),
            Map.entry("pwrite", "`write: { data.txt+4: hello }`, by a process outside the scenario"),
            Map.entry("remap_file_pages", "`mmap` with `at`, one page at a time"),
            Map.entry("sbrk", "a private mapping, which is like the heap"),
            Map.entry("sendfile", "`write` and `read`"),
            Map.entry("shmat", "`kind: shm` for a file under `files`, and `mmap`"),
            Map.entry("shmctl", "`kind: shm` for a file under `files`, and `unlink`"),
            Map.entry("shmdt", "`munmap`"),
            Map.entry("shmget", "`kind: shm` for a file under `files`"),
            Map.entry("splice", "`write` and `read`"),
            Map.entry("userfaultfd", "`mprotect`, and a step that `raises`"),
            Map.entry("vfork", "`fork`, for a child with memory of its own"));

    private OtherCalls() {}

    /** Reports a call of Linux that is no verb; says whether the key is one. */
    static boolean refuse(Problems problems, Node.Scalar key) {
        String written = WRITTEN.get(key.text());
        String nearest = UNKNOWN.get(key.text());
        if (written != null) {
            problems.add(
                    Code.UNKNOWN_KEY,
                    key.span(),
                    "`" + key.text() + "` is not a verb",
                    "the language has another word for it: write " + written);
        } else if (nearest != null) {
            problems.add(
                    Code.CALL_NOT_SIMULATED,
                    key.span(),
                    "not simulated: " + key.text() + "(2)",
                    "what comes nearest is " + nearest);
        }
        return written != null || nearest != null;
    }
}
