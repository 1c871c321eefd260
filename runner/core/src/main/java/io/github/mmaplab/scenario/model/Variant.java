package io.github.mmaplab.scenario.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The value of each parameter of an exercise.
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

    /** As a sentence names it: {@code the variant word=HELLO, writer=child}, or {@code the exercise} without parameters. */
    public String words() {
        List<String> each = new ArrayList<>();
        values.forEach((name, value) -> each.add(name + "=" + value));
        return each.isEmpty() ? "the exercise" : "the variant " + String.join(", ", each);
    }

    /**
     * The value of a parameter.
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
