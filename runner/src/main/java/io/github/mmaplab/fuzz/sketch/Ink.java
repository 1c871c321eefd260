package io.github.mmaplab.fuzz.sketch;

import java.util.ArrayList;
import java.util.List;

/** What is written somewhere: a word, or one letter again and again. */
public sealed interface Ink {

    /** As a scenario writes it. */
    @Override
    String toString();

    /** What is simpler to write. */
    List<Ink> simpler();

    /** A word of letters. */
    record Word(String letters) implements Ink {
        @Override
        public String toString() {
            return letters;
        }

        @Override
        public List<Ink> simpler() {
            return letters.length() > 1 ? List.of(new Word(letters.substring(0, 1))) : List.of();
        }
    }

    /** One letter, {@code length} times. */
    record Fill(char letter, Amount length) implements Ink {
        @Override
        public String toString() {
            return "{ fill: " + letter + ", length: " + length.size() + " }";
        }

        @Override
        public List<Ink> simpler() {
            List<Ink> simpler = new ArrayList<>();
            simpler.add(new Word(String.valueOf(letter)));
            for (Amount shorter : length.nearerToZero()) {
                if (!shorter.equals(Amount.ZERO)) {
                    simpler.add(new Fill(letter, shorter));
                }
            }
            return simpler;
        }
    }
}
