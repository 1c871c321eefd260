package io.github.mmaplab.scenario.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words as C programs spell them, {@code PROT_READ | PROT_WRITE} or {@code MADV_DONTNEED}, in the words of the language. */
final class CSpelling {
    private static final List<String> PREFIXES = List.of(
            "PROT_",
            "MAP_",
            "POSIX_MADV_",
            "MADV_",
            "MREMAP_",
            "MS_",
            "MLOCK_",
            "MCL_",
            "RLIMIT_",
            "F_SEAL_",
            "FALLOC_FL_",
            "O_");

    private CSpelling() {}

    /** The words that C's names joined by {@code |} are in the language; empty where one of them has no prefix of C's. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String name : text.split("\\|", -1)) {
            String word = withoutPrefix(name.strip());
            if (word.isEmpty()) {
                return List.of();
            }
            words.add(word);
        }
        return words;
    }

    /** The word that C's name is in the language, or else the name itself. */
    static String word(String name) {
        List<String> words = words(name);
        return words.size() == 1 ? words.get(0) : name;
    }

    private static String withoutPrefix(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        for (String prefix : PREFIXES) {
            if (upper.startsWith(prefix)) {
                return name.substring(prefix.length()).toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }
}
