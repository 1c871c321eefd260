package io.github.mmaplab.scenario.model;

import io.github.mmaplab.diagnostic.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What can be expected of a process. */
public sealed interface ProcessFacet extends Facet permits PropertyIs, ProcessFacet.Maps {
    /** Calls the method of {@code visitor} for this facet. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each facet. */
    interface Visitor<R> {
        R propertyIs(PropertyIs facet);

        R maps(Maps facet);
    }

    /** Its mappings as /proc/PID/maps lists them, in any order. */
    record Maps(List<Row> rows, Span key, Span value) implements ProcessFacet {
        public Maps {
            rows = List.copyOf(rows);
        }

        /**
         * One mapping; what is absent is not checked.
         *
         * @param at where it begins
         * @param length how long it is, unsigned
         * @param perms its permissions
         * @param file the file mapped
         * @param offset where in the file it begins, unsigned
         * @param span where the row is written
         */
        public record Row(
                Optional<Location.InMemory> at,
                OptionalLong length,
                Optional<Perms> perms,
                Optional<String> file,
                OptionalLong offset,
                Span span) {}

        @Override
        public String name() {
            return "maps";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.maps(this);
        }
    }
}
