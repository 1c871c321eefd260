package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.syntax.Node;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads content: plain text, or a map that spells it out. Null stands for what has been reported. */
final class Contents {
    /** The keys that each spell out content. */
    static final List<String> FORMS = List.of("text", "hex", "zeros", "fill");

    static final List<String> KEYS = List.of("text", "hex", "zeros", "fill", "length");
    private static final String EXAMPLE = "text, or { hex: \"00 ff\" }, { zeros: 16 }, { fill: A, length: 1 page }";

    private final Values values;
    /** Of what may be left open. */
    private final Values open;

    private final String none;

    /** Content that may have no bytes at all. */
    Contents(Values values) {
        this(values, values, "; '' for no bytes at all");
    }

    private Contents(Values values, Values open, String none) {
        this.values = values;
        this.open = open;
        this.none = none;
    }

    /** The same for what is seen, which has a byte at least. */
    Contents seen() {
        return new Contents(values, values.seen(), "");
    }

    /** The content that a node is. */
    @Nullable
    Content content(Node node, String what) {
        if (!(node instanceof Node.Mapping map)) {
            Node.Scalar scalar = open.shapes().scalar(node, what, EXAMPLE + none);
            return scalar == null ? null : new Content.Text(scalar.text());
        }
        Fields fields = new Fields(values.problems(), what, map.span(), map, KEYS);
        Node.Entry form = onlyForm(fields, what, map);
        return form == null || hasStrayLength(fields) ? null : form(form, fields);
    }

    /** The one form that a map has. */
    private Node.@Nullable Entry onlyForm(Fields fields, String what, Node.Mapping map) {
        Node.Entry found = null;
        for (String key : FORMS) {
            Node.Entry entry = fields.entry(key);
            if (entry != null && found != null) {
                disagree(entry, found);
                return null;
            }
            found = entry != null ? entry : found;
        }
        if (found == null && map.entries().isEmpty()) {
            values.problems().add(Code.NOTHING_GIVEN, map.span(), what + " is empty", "write " + EXAMPLE);
        } else if (found == null) {
            values.problems()
                    .add(
                            Code.MISSING_KEY,
                            map.span(),
                            what + " needs `text`, `hex`, `zeros` or `fill`",
                            "write " + EXAMPLE);
        }
        return found;
    }

    private void disagree(Node.Entry entry, Node.Entry other) {
        values.problems()
                .add(
                        Code.KEYS_DISAGREE,
                        entry.key().span(),
                        "`" + entry.key().text() + "` and `" + other.key().text() + "` both give the content",
                        "keep one of them");
    }

    /** The content that one of the {@link #FORMS} spells out, of the map whose entries {@code fields} are. */
    @Nullable
    Content form(Node.Entry form, Fields fields) {
        String key = form.key().text();
        return switch (key) {
            case "text" -> text(form.value());
            case "hex" -> hex(form.value());
            case "fill" -> fill(form, fields.entry("length"));
            case "zeros" -> zeros(form.value());
            default -> throw new IllegalArgumentException("a content that is not read: " + key);
        };
    }

    /** Whether there is a {@code length} that belongs to no {@code fill}; reported. */
    boolean hasStrayLength(Fields fields) {
        Node.Entry length = fields.entry("length");
        if (length == null || fields.entry("fill") != null) {
            return false;
        }
        values.problems()
                .add(
                        Code.KEYS_DISAGREE,
                        length.key().span(),
                        "`length` is only used with `fill`",
                        "leave it out: other content has its own length, and the length of a file is `size`");
        return true;
    }

    private @Nullable Content text(Node node) {
        String text = open.text(node, "`text`", none.isEmpty() ? "the text" : "the text, '' for none");
        return text == null ? null : new Content.Text(text);
    }

    private @Nullable Content zeros(Node node) {
        Long length = values.size(node, "`zeros`");
        return length == null ? null : new Content.Zeros(length);
    }

    private @Nullable Content hex(Node node) {
        Node.Scalar scalar = open.shapes().scalar(node, "`hex`", "pairs of digits: \"00 ff 7f\"");
        if (scalar == null) {
            return null;
        }
        String text = scalar.text();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int i = 0;
        while (i < text.length()) {
            if (Character.isWhitespace(text.charAt(i))) {
                i++;
                continue;
            }
            int high = hexDigit(text, i);
            int low = hexDigit(text, i + 1);
            if (high < 0 || low < 0) {
                values.problems()
                        .add(
                                Code.INVALID_HEX,
                                scalar.part(i, Math.min(i + 2, text.length())),
                                "these are not two hexadecimal digits",
                                "write each byte as two digits of 0-9 and a-f; white space between bytes is allowed");
                return null;
            }
            bytes.write(high * 16 + low);
            i += 2;
        }
        return new Content.Hex(bytes.toByteArray());
    }

    private static int hexDigit(String text, int i) {
        return i < text.length() && text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
    }

    private @Nullable Content fill(Node.Entry fill, Node.@Nullable Entry length) {
        Integer value = oneByte(fill.value());
        if (length == null) {
            values.problems()
                    .add(
                            Code.MISSING_KEY,
                            fill.key().span(),
                            "`fill` needs the key `length`",
                            "write how many bytes: { fill: A, length: 1 page }");
            return null;
        }
        Long bytes = values.size(length.value(), "`length`");
        return value == null || bytes == null ? null : new Content.Fill(value.byteValue(), bytes);
    }

    /** One byte: a character that is one byte in UTF-8 means itself; a longer number is the byte's value. */
    private @Nullable Integer oneByte(Node node) {
        Node.Scalar scalar = values.shapes().scalar(node, "`fill`", "one byte: A, or 0xff");
        if (scalar == null) {
            return null;
        }
        byte[] bytes = scalar.text().getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 1) {
            return (int) bytes[0];
        }
        if (bytes.length > 0 && bytes[0] >= '0' && bytes[0] <= '9') {
            Long number = Numbers.read(values.problems(), scalar, "one byte is a character, or a number up to 0xff");
            if (number == null || Long.compareUnsigned(number, 0xFF) <= 0) {
                return number == null ? null : number.intValue();
            }
        }
        values.problems()
                .add(
                        Code.NOT_ONE_BYTE,
                        scalar.span(),
                        "`" + scalar.text() + "` is not one byte but " + describe(bytes),
                        "`fill` repeats one byte: a character of ASCII, or a number up to 0xff");
        return null;
    }

    private static String describe(byte[] bytes) {
        return bytes.length == 0 ? "none" : bytes.length + " bytes of UTF-8";
    }
}
