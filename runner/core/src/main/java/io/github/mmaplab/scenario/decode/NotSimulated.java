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
    /** Verbs that are system calls. */
    static final List<String> CALLS = without(CallVerbs.calls().toArray(new Word[0]), "brk");
    /** Verbs of parts of the language that are still to come. */
    static final List<String> PARTS = List.of();
    /** Keys of {@code machine} that are still to come. */
    static final List<String> MACHINE =
            List.of("kernel", "room", "memory-room", "max-mappings", "overcommit", "commit-limit", "zero-page");

    /** Flags of open(2); a step makes or truncates a file by itself. */
    static final List<String> OPEN_FLAGS = List.of("append", "create", "excl", "truncate", "direct");

    /** Flags of mmap(2). */
    static final List<String> MAP_FLAGS = without(
            MapFlag.values(),
            "locked",
            "growsdown",
            "hugetlb",
            "huge_2mb",
            "huge_1gb",
            "sync",
            "32bit",
            "droppable",
            "uninitialized",
            "denywrite",
            "executable");
    /** Advices of madvise(2). */
    static final List<String> ADVICES =
            without(Advice.values(), "collapse", "hwpoison", "soft_offline");

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

    static boolean isVerb(String word) {
        return CALLS.contains(word) || PARTS.contains(word);
    }

    /** Refuses a verb for which {@link #isVerb} holds. */
    static void refuseVerb(Problems problems, Node.Scalar verb) {
        if (CALLS.contains(verb.text())) {
            problems.add(Code.CALL_NOT_SIMULATED, verb.span(), "not simulated yet: " + verb.text(), LATER);
        } else {
            refusePart(problems, verb);
        }
    }

    /** Refuses a part of the language by its key. */
    static void refusePart(Problems problems, Node.Scalar key) {
        problems.add(Code.PART_NOT_SIMULATED, key.span(), "not simulated yet: `" + key.text() + "`", LATER);
    }

    /** Refuses a flag or an advice. */
    static void refuseWord(Problems problems, Span span, String prefix, String word) {
        String reason = REASONS.get(word);
        problems.add(
                Code.WORD_NOT_SIMULATED,
                span,
                (reason == null ? "not simulated yet: " : "not simulated: ") + prefix + word.toUpperCase(Locale.ROOT),
                reason == null ? LATER : reason + "; leave it out");
    }
}
