package io.github.mmaplab.scenario.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What stands in place of each parameter of an exercise.
 *
 * @param values by name, in the order of {@code vary}
 */
public record Variant(Map<String, String> values) {
    /** The variant of an exercise without parameters. */
    public static final Variant ONLY = new Variant(Map.of());

    /** Copies the map, and keeps its order. */
    public Variant {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * What stands in place of a parameter.
     *
     * @throws IllegalArgumentException if the variant is of an exercise without it
     */
    public String value(String parameter) {
        String value = values.get(parameter);
        if (value == null) {
            throw new IllegalArgumentException("no parameter " + parameter);
        }
        return value;
    }
}
