package io.github.mmaplab.run.result;

import io.github.mmaplab.abi.Data;
import java.util.List;

/** What should have been seen. */
public sealed interface Expected {

    /** One of these contents; usually there is one. */
    record Content(List<Data> choices) implements Expected {
        /** Copies the list. */
        public Content {
            choices = List.copyOf(choices);
        }
    }

    /** A word or number, as the scenario would write it. */
    record Word(String text) implements Expected {}

    /**
     * The same physical page as at another location, or another one.
     *
     * @param location the other location, in the words of the scenario
     */
    record Page(String location, boolean same) implements Expected {}

    /** This list of mappings, each row as the scenario would write it. */
    record Mappings(List<String> rows) implements Expected {
        /** Copies the list. */
        public Mappings {
            rows = List.copyOf(rows);
        }
    }
}
