package io.github.mmaplab.json;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.jr.ob.JSON;

/**
 * Converts values to JSON text and back: maps, lists, strings, numbers, truth values and null. The text is ASCII, so
 * that it can be shown in a terminal, cut anywhere and read in any encoding, whatever a student's name contains.
 */
public final class JsonText {
    private static final JSON LINE = JSON.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build())
            .enable(JSON.Feature.WRITE_NULL_PROPERTIES)
            .enable(JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final JSON PRETTY = LINE.with(JSON.Feature.PRETTY_PRINT_OUTPUT);

    /** DEL, a control character that JSON does not escape. */
    private static final char DELETE = 0x7F;

    private JsonText() {}

    /** A value on one line. */
    public static String line(Object value) {
        return escapeDelete(LINE.asString(value));
    }

    /** A string, as {@link #line} writes it, at less cost where nothing has to be escaped. */
    public static String string(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c >= DELETE || c == '"' || c == '\\') {
                return line(value);
            }
        }
        return '"' + value + '"';
    }

    /** A value on several lines, for people to read. */
    public static String pretty(Object value) {
        return escapeDelete(PRETTY.asString(value)) + "\n";
    }

    private static String escapeDelete(String json) {
        return json.indexOf(DELETE) < 0 ? json : json.replace(String.valueOf(DELETE), "\\u007f");
    }

    /**
     * Reads an object.
     *
     * @param where its name in messages
     * @throws JsonException if the text is anything else
     */
    public static JsonFields object(String where, String text) throws JsonException {
        try {
            return fields(where, LINE.mapFrom(text));
        } catch (JacksonException e) {
            throw explain(where, e);
        }
    }

    /** Reads an object from bytes in UTF-8, as {@link #object(String, String)} does. */
    public static JsonFields object(String where, byte[] bytes) throws JsonException {
        try {
            return fields(where, LINE.mapFrom(bytes));
        } catch (JacksonException e) {
            throw explain(where, e);
        }
    }

    private static JsonFields fields(String where, @Nullable Map<String, Object> values) throws JsonException {
        if (values == null) {
            throw new JsonException(where + ": this is null, and must be an object");
        }
        return new JsonFields(where, values);
    }

    /** A parser for {@link #next}, which reads one value at a time. */
    public static JsonParser parser(InputStream in) {
        return LINE.createParser(in);
    }

    /** The object that begins at the current token of the parser. */
    public static JsonFields next(String where, JsonParser parser) {
        TokenStreamLocation at = parser.currentTokenLocation();
        Map<String, Object> values = LINE.mapFrom(parser);
        return new JsonFields(place(where, at), values);
    }

    /** What is wrong with a text, in our own words. */
    public static JsonException explain(String where, JacksonException problem) {
        if (problem instanceof JacksonIOException) {
            return new JsonException(where + ": it can't be read: " + problem.getOriginalMessage(), problem);
        }
        Optional<TokenStreamLocation> at = Optional.ofNullable(problem.getLocation());
        String place = at.map(location -> place(where, location)).orElse(where);
        String what = problem instanceof UnexpectedEndOfInputException
                ? "the text ends in the middle: it was cut, or not written to its end"
                : "this is no JSON: " + firstSentence(problem.getOriginalMessage());
        return new JsonException(place + ": " + what, problem);
    }

    /** {@code name:line:column}. */
    public static String place(String where, TokenStreamLocation at) {
        return at.getLineNr() < 1 ? where : where + ":" + at.getLineNr() + ":" + at.getColumnNr();
    }

    private static String firstSentence(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
