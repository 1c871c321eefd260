package io.github.mmaplab.answer;

import io.github.mmaplab.scenario.model.MappingKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ways to write a kind of mapping: {@code shared anonymous}, {@code a file-backed private mapping}, {@code MAP_SHARED | MAP_ANONYMOUS}. */
final class MappingKindWords {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z]+");

    private MappingKindWords() {}

    /** The kind: it takes a word for what is mapped, and one for the sharing. */
    static Optional<MappingKind> find(String text) {
        Optional<Boolean> shared = Optional.empty();
        Optional<Boolean> file = Optional.empty();
        for (String word : BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT), -1)) {
            switch (word) {
                case "shared", "private" -> {
                    if (shared.isPresent()) {
                        return Optional.empty();
                    }
                    shared = Optional.of(word.equals("shared"));
                }
                case "file", "anonymous", "anon" -> {
                    if (file.isPresent()) {
                        return Optional.empty();
                    }
                    file = Optional.of(word.equals("file"));
                }
                case "", "map", "mapping", "memory", "backed", "a", "an", "of", "the", "and" -> {}
                default -> {
                    return Optional.empty();
                }
            }
        }
        if (shared.isEmpty() || file.isEmpty()) {
            return Optional.empty();
        }
        List<MappingKind> kinds = shared.get()
                ? List.of(MappingKind.SHARED_FILE, MappingKind.SHARED_ANONYMOUS)
                : List.of(MappingKind.PRIVATE_FILE, MappingKind.PRIVATE_ANONYMOUS);
        return Optional.of(kinds.get(file.get() ? 0 : 1));
    }
}
