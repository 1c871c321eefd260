package io.github.mmaplab.fuzz;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.Word;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calls over a range, each with what can be said to it. */
enum RangeCall {
    MUNMAP("", ""),
    MPROTECT("prot", "rw;r;none;w;x;rx;rwx"),
    MSYNC("flags", "[sync];[async];[sync, invalidate];[invalidate];[];[sync, async]"),
    MADVISE("advice", Stream.of(Advice.values()).map(Word::word).collect(Collectors.joining(";")));

    private final String key;
    private final String words;

    RangeCall(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** As a scenario writes it. */
    String verb() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of its argument; empty if it has none. */
    String key() {
        return key;
    }

    /** What its argument can be; empty if it has none. */
    List<String> words() {
        return words.isEmpty() ? List.of() : List.of(words.split(";"));
    }
}
