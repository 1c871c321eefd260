package io.github.mmaplab.exercise.results;

import io.github.mmaplab.json.JsonException;
import io.github.mmaplab.json.JsonFields;
import java.util.Arrays;
import java.util.function.Function;

/** Finds the value that a word means. */
final class Words {
    private Words() {}

    /** The one of {@code values} whose word is in a field. */
    static <T> T find(JsonFields fields, String name, T[] values, Function<T, String> word) throws JsonException {
        String written = fields.text(name);
        for (T value : values) {
            if (word.apply(value).equals(written)) {
                return value;
            }
        }
        throw fields.problem("`" + name + "` must be one of "
                + String.join(", ", Arrays.stream(values).map(word).toList()) + ", not `" + written + "`");
    }
}
