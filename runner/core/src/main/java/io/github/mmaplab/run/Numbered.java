package io.github.mmaplab.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values by number, from 0, as they are added; of those with equal keys only the first.
 *
 * @param <K> what makes two values the same
 * @param <V> the values
 */
final class Numbered<K, V> {
    private final Map<K, Integer> numbers = new HashMap<>();
    private final List<V> values = new ArrayList<>();

    /** The number of a key; the value is added if the key is new. */
    int number(K key, V value) {
        Integer number = numbers.putIfAbsent(key, values.size());
        if (number != null) {
            return number;
        }
        values.add(value);
        return values.size() - 1;
    }

    V get(int number) {
        return values.get(number);
    }
}
