package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.Word;
import io.github.mmaplab.diagnostic.Span;
import java.util.List;

/**
 * A table that does not speak of every order of what is concurrent, as plain tables do.
 *
 * @param held in which orders it holds
 * @param rows what is seen where it holds: all of it; at least one
 * @param span the word that says in which orders; of a list of tables, the table
 */
public record Claim(Held held, List<Expectation> rows, Span span) {
    /** Copies the rows. */
    public Claim {
        rows = List.copyOf(rows);
    }

    /** In which orders a table holds as a whole. */
    public enum Held implements Word {
        /** In one at least. */
        SOMETIMES("sometimes"),
        /** In none. */
        NEVER("never");

        private final String word;

        Held(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
