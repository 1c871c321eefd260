package io.github.mmaplab.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, each read by its name and type. If a field is missing or of another type, the message
 * says where.
 */
public final class JsonFields {
    private static final int MOST_DIGITS = 400;

    private final String where;
    private final Map<String, Object> values;

    JsonFields(String where, Map<String, Object> values) {
        this.where = where;
        this.values = values;
    }

    /**
     * Fields from another source.
     *
     * @param where their name in messages
     */
    public static JsonFields of(String where, Map<String, Object> values) {
        return new JsonFields(where, new LinkedHashMap<>(values));
    }

    /** All fields, in the order of the text. */
    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /** Where the object is, for messages. */
    public String where() {
        return where;
    }

    /** The names of the fields, in the order of the text. */
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    /** Whether the field exists and is not null. */
    public boolean has(String name) {
        return values.get(name) != null;
    }

    /** A field of any type; null if it is missing or null. */
    public @Nullable Object any(String name) {
        return values.get(name);
    }

    /** A text. */
    public String text(String name) throws JsonException {
        return require(name, String.class, "a text");
    }

    /** A text; empty if it is missing. */
    public Optional<String> optionalText(String name) throws JsonException {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** A number. A long one is refused, because arithmetic with it would take too long. */
    public BigDecimal number(String name) throws JsonException {
        Number number = require(name, Number.class, "a number");
        BigDecimal decimal = number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
        if (Math.abs((long) decimal.scale()) > MOST_DIGITS || decimal.precision() > MOST_DIGITS) {
            throw problem("`" + name + "` must be a number of at most " + MOST_DIGITS + " digits");
        }
        return decimal;
    }

    /** A whole number from 0. */
    public int count(String name) throws JsonException {
        Number number = require(name, Number.class, "a whole number");
        if (!(number instanceof Integer count) || count < 0) {
            throw problem("`" + name + "` must be a whole number from 0, and is " + number);
        }
        return count;
    }

    /** A whole number of any size. */
    public BigInteger integer(String name) throws JsonException {
        try {
            return number(name).toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw problem("`" + name + "` must be a whole number");
        }
    }

    /** A truth value. */
    public boolean flag(String name) throws JsonException {
        return require(name, Boolean.class, "true or false");
    }

    /** An object. */
    public JsonFields object(String name) throws JsonException {
        return fields(where + ": " + name, require(name, Map.class, "an object"));
    }

    /** A list of anything. */
    public List<?> list(String name) throws JsonException {
        return require(name, List.class, "a list");
    }

    /** A list of objects. */
    public List<JsonFields> objects(String name) throws JsonException {
        List<JsonFields> objects = new ArrayList<>();
        for (Object item : list(name)) {
            if (!(item instanceof Map<?, ?> map)) {
                throw problem("`" + name + "` must be a list of objects");
            }
            objects.add(fields(where + ": " + name + "[" + objects.size() + "]", map));
        }
        return objects;
    }

    /** A list of texts. */
    public List<String> texts(String name) throws JsonException {
        List<String> texts = new ArrayList<>();
        for (Object item : list(name)) {
            if (!(item instanceof String text)) {
                throw problem("`" + name + "` must be a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    /** An object whose fields are all texts, in the order of the text. */
    public Map<String, String> textMap(String name) throws JsonException {
        JsonFields fields = object(name);
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : fields.names()) {
            texts.put(key, fields.text(key));
        }
        return Collections.unmodifiableMap(texts);
    }

    /** An object that is a value of this one, with its place. */
    public JsonFields inside(String name, Map<?, ?> map) {
        return fields(where + ": " + name, map);
    }

    /** The exception for a problem of this object. */
    public JsonException problem(String what) {
        return new JsonException(where + ": " + what);
    }

    private static JsonFields fields(String where, Map<?, ?> map) {
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((name, value) -> values.put(String.valueOf(name), value));
        return new JsonFields(where, values);
    }

    private <T> T require(String name, Class<T> kind, String what) throws JsonException {
        Object value = values.get(name);
        if (value == null) {
            throw problem("`" + name + "` is missing; it must be " + what);
        }
        if (!kind.isInstance(value)) {
            throw problem("`" + name + "` must be " + what);
        }
        return kind.cast(value);
    }
}
