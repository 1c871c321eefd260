package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.Word;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the language has, or Linux has, and mmaplab can't play yet: refused by name, never taken for a slip of the pen and
 * never skipped. What is simulated stands in the enums of the model and in the verbs of {@code Step}.
 */
final class NotSimulated {
    /** Verbs of parts of the language that are still to come. */
    static final List<String> PARTS = List.of("thread");
    /** Keys of {@code machine} that are still to come. */
    static final List<String> MACHINE = List.of(
            "kernel", "model", "room", "memory-room", "max-mappings", "overcommit", "commit-limit", "zero-page");
    /** What is still to be expected of a process. */
    static final List<String> OF_PROCESS = List.of("pss", "minor-faults", "major-faults");
    /** What is still to be expected of memory. */
    static final List<String> OF_MEMORY = List.of("pss", "shared", "private", "frames");

    /** Flags of open(2). */
    static final List<String> OPEN_FLAGS = List.of(
            "direct",
            "sync",
            "dsync",
            "async",
            "cloexec",
            "directory",
            "largefile",
            "noatime",
            "noctty",
            "nofollow",
            "nonblock",
            "path",
            "tmpfile");

    /** Flags of fallocate(2). */
    static final List<String> FALLOCATE_FLAGS =
            List.of("no_hide_stale", "collapse_range", "zero_range", "insert_range", "unshare_range", "write_zeroes");
    /** What mprotect(2) can be given beside the letters. */
    static final List<String> PROTECTIONS = List.of("growsdown", "growsup", "sem");
    /** Limits of setrlimit(2). */
    static final List<String> RESOURCES = List.of(
            "stack",
            "nofile",
            "fsize",
            "core",
            "cpu",
            "nproc",
            "rss",
            "locks",
            "sigpending",
            "msgqueue",
            "nice",
            "rtprio",
            "rttime");
    /** Kinds of file. */
    static final List<String> FILE_KINDS =
            List.of("hugetlb", "secret", "device", "directory", "pipe", "fifo", "socket", "symlink");

    /** Flags of mmap(2). */
    static final List<String> MAP_FLAGS = without(
            MapFlag.values(),
            "locked",
            "growsdown",
            "hugetlb",
            "huge_16kb",
            "huge_64kb",
            "huge_512kb",
            "huge_1mb",
            "huge_2mb",
            "huge_8mb",
            "huge_16mb",
            "huge_32mb",
            "huge_256mb",
            "huge_512mb",
            "huge_1gb",
            "huge_2gb",
            "huge_16gb",
            "above4g",
            "sync",
            "32bit",
            "droppable",
            "uninitialized",
            "denywrite",
            "executable");
    /** Advices of madvise(2). */
    static final List<String> ADVICES = without(Advice.values(), "collapse", "hwpoison", "soft_offline");

    /** Why some words never will be. */
    private static final Map<String, String> REASONS = Map.of(
            "collapse", "whether there is a huge page depends on the machine, and a program cannot tell",
            "hwpoison", "it takes a page away from the whole machine, and needs CAP_SYS_ADMIN",
            "soft_offline", "it takes a page away from the whole machine, and needs CAP_SYS_ADMIN");

    private static final String LATER = "leave it out for now: what can be played is in `docs/coverage.md`";

    private NotSimulated() {}

    /** Those of the words of Linux, or of the language, that are not in the vocabulary yet. */
    private static List<String> without(Word[] simulated, String... words) {
        List<String> others = new ArrayList<>(List.of(words));
        for (Word word : simulated) {
            others.remove(word.word());
        }
        return List.copyOf(others);
    }

    /** Refuses a part of the language by its key. */
    static void refusePart(Problems problems, Node.Scalar key) {
        problems.add(Code.PART_NOT_SIMULATED, key.span(), "not simulated yet: `" + key.text() + "`", LATER);
    }

    /** Refuses the keys of a map that are still to come, and gives the others. */
    static Node.Mapping withoutParts(Problems problems, Node.Mapping map, List<String> parts) {
        List<Node.Entry> others = new ArrayList<>();
        for (Node.Entry entry : map.entries()) {
            if (parts.contains(entry.key().text())) {
                refusePart(problems, entry.key());
            } else {
                others.add(entry);
            }
        }
        return new Node.Mapping(others, map.span());
    }

    /**
     * Refuses a word of a closed list.
     *
     * @param prefix what C writes before it, as in "MAP_"; empty if C has no name for it
     */
    static void refuseWord(Problems problems, Span span, String prefix, String word) {
        String reason = REASONS.get(word);
        String name = prefix.isEmpty() ? "`" + word + "`" : prefix + word.toUpperCase(Locale.ROOT);
        problems.add(
                Code.WORD_NOT_SIMULATED,
                span,
                (reason == null ? "not simulated yet: " : "not simulated: ") + name,
                reason == null ? LATER : reason + "; leave it out");
    }
}
