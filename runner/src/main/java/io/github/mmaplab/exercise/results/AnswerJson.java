package io.github.mmaplab.exercise.results;

import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.json.JsonException;
import io.github.mmaplab.json.JsonFields;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers as they were given. What can be seen from the answer itself is a text, a list or null; else an object, which
 * says how it was written, too: the same answer is read from it, and shown as the student wrote it.
 */
final class AnswerJson {
    private static final String WRITTEN = "written";

    /** How much is kept of how an answer was written: more than is ever shown. */
    private static final int LONGEST_WRITTEN = 120;

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private AnswerJson() {}

    /** The answer as a value. */
    static @Nullable Object of(PredictedAnswer answer) {
        String written = answer.span().text();
        if (answer instanceof PredictedAnswer.Text text) {
            return written.equals(text.text()) ? text.text() : object(written, "text", text.text());
        }
        if (answer instanceof PredictedAnswer.Spelled spelled) {
            return spelled(written, spelled.content());
        }
        if (answer instanceof PredictedAnswer.Several several) {
            return several(written, several.members());
        }
        return answer instanceof PredictedAnswer.Unreadable unreadable
                ? object(written, "unreadable", unreadable.why())
                : null;
    }

    private static Map<String, Object> object(String written, String key, Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(key, value);
        object.put(WRITTEN, cut(written));
        return object;
    }

    private static String cut(String written) {
        return written.length() <= LONGEST_WRITTEN ? written : written.substring(0, LONGEST_WRITTEN);
    }

    private static Map<String, Object> spelled(String written, Content content) {
        if (content instanceof Content.Text text) {
            return object(written, "spelled", text.text());
        }
        if (content instanceof Content.Zeros zeros) {
            return object(written, "zeros", unsigned(zeros.length()));
        }
        if (content instanceof Content.Fill fill) {
            Map<String, Object> object = object(written, "fill", HexFormat.of().toHexDigits(fill.value()));
            object.put("length", unsigned(fill.length()));
            return object;
        }
        return object(written, "hex", HEX.formatHex(content.bytes(0, (int) content.length())));
    }

    private static BigInteger unsigned(long number) {
        return new BigInteger(Long.toUnsignedString(number));
    }

    private static Object several(String written, List<PredictedAnswer> members) {
        List<@Nullable Object> values = new ArrayList<>();
        for (PredictedAnswer member : members) {
            values.add(of(member));
        }
        return written.equals(listed(members)) ? values : object(written, "list", values);
    }

    private static String listed(List<PredictedAnswer> members) {
        List<String> written = new ArrayList<>();
        for (PredictedAnswer member : members) {
            written.add(member.span().text());
        }
        return "[" + String.join(", ", written) + "]";
    }

    /**
     * The answer that a value is.
     *
     * @param fields the object that has it under {@code name}
     */
    static PredictedAnswer read(JsonFields fields, String name, @Nullable Object value) throws JsonException {
        if (value == null) {
            return new PredictedAnswer.Nothing(span(""));
        }
        if (value instanceof String text) {
            return new PredictedAnswer.Text(text, span(text));
        }
        if (value instanceof List<?> list) {
            List<PredictedAnswer> members = members(fields, name, list);
            return new PredictedAnswer.Several(members, span(listed(members)));
        }
        if (value instanceof Map<?, ?> map) {
            return object(fields.inside(name, map));
        }
        throw fields.problem("`" + name + "` must be an answer: a string, a list, an object or null");
    }

    private static List<PredictedAnswer> members(JsonFields fields, String name, List<?> list) throws JsonException {
        List<PredictedAnswer> members = new ArrayList<>();
        for (Object member : list) {
            members.add(read(fields, name, member));
        }
        return members;
    }

    private static PredictedAnswer object(JsonFields fields) throws JsonException {
        Span span = span(fields.text(WRITTEN));
        if (fields.has("text")) {
            return new PredictedAnswer.Text(fields.text("text"), span);
        }
        if (fields.has("unreadable")) {
            return new PredictedAnswer.Unreadable(fields.text("unreadable"), span);
        }
        return fields.has("list")
                ? new PredictedAnswer.Several(members(fields, "list", fields.list("list")), span)
                : new PredictedAnswer.Spelled(content(fields), span);
    }

    private static Content content(JsonFields fields) throws JsonException {
        if (fields.has("spelled")) {
            return new Content.Text(fields.text("spelled"));
        }
        if (fields.has("zeros")) {
            return new Content.Zeros(fields.integer("zeros").longValue());
        }
        try {
            if (fields.has("fill")) {
                byte value = (byte) HexFormat.fromHexDigits(fields.text("fill"));
                return new Content.Fill(value, fields.integer("length").longValue());
            }
            String hex = fields.text("hex");
            return new Content.Hex(hex.isEmpty() ? new byte[0] : HEX.parseHex(hex));
        } catch (IllegalArgumentException e) {
            throw fields.problem("these are not bytes in hexadecimal: write two digits for each, separated by spaces");
        }
    }

    private static Span span(String written) {
        return new Source("an answer", written).span(0, written.length());
    }
}
