package io.github.mmaplab.fuzz.sketch;

import io.github.mmaplab.abi.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the sketches of several steps have in common. */
final class Yaml {

    private Yaml() {}

    /** A list of words: {@code [maymove, fixed]}. */
    static String words(List<? extends Word> words) {
        List<String> texts = new ArrayList<>();
        for (Word word : words) {
            texts.add(word.word());
        }
        return "[" + String.join(", ", texts) + "]";
    }

    /** The same list without one of its members, whichever. */
    static <W> List<List<W>> fewer(List<W> words) {
        List<List<W>> all = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            List<W> fewer = new ArrayList<>(words);
            fewer.remove(i);
            all.add(fewer);
        }
        return all;
    }

    /** Left to its default, or nearer to a page. */
    static List<Optional<Amount>> simplerLengths(Optional<Amount> length) {
        return simpler(length, length.map(Amount::nearerToPage).orElse(List.of()));
    }

    /** Left to its default, or nearer to zero. */
    static List<Optional<Amount>> simplerOffsets(Optional<Amount> offset) {
        return simpler(offset, offset.map(Amount::nearerToZero).orElse(List.of()));
    }

    private static List<Optional<Amount>> simpler(Optional<Amount> amount, List<Amount> nearer) {
        List<Optional<Amount>> simpler = new ArrayList<>();
        if (amount.isPresent()) {
            simpler.add(Optional.empty());
        }
        for (Amount near : nearer) {
            simpler.add(Optional.of(near));
        }
        return simpler;
    }
}
