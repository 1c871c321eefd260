package io.github.mmaplab.export;

import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.text.Medium;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Pieces of C, and of the lines of TAP that the program prints. */
final class CText {

    private static final int WIDTH = 104;
    private static final Pattern SPACES = Pattern.compile(" +");
    private static final long GIB = 1L << 30;
    /** Larger sizes are written in bytes. */
    private static final long MANY = 10_000;

    private CText() {}

    /** A string literal of these bytes. */
    static String literal(byte[] bytes) {
        StringBuilder text = new StringBuilder("\"");
        for (byte b : bytes) {
            switch (b) {
                case '"', '\\' -> text.append('\\').append((char) b);
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                // no hexadecimal escape, since a digit after it would belong to it; no trigraph
                default ->
                    text.append(b >= ' ' && b < 127 && b != '?' ? (char) b + "" : String.format("\\%03o", b & 0xff));
            }
        }
        return text.append('"').toString();
    }

    /** A string literal of text. */
    static String literal(String text) {
        return literal(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A character constant, or a number if the byte is not printable. */
    static String constant(byte value) {
        return value >= ' ' && value < 127 && value != '\'' && value != '\\'
                ? "'" + (char) value + "'"
                : Integer.toString(value);
    }

    /** An unsigned number of bytes, as a person would write it: {@code 3 * PAGE + 100}. */
    static String size(long bytes, int pageSize) {
        if (bytes < 0) {
            return "0x" + Long.toHexString(bytes);
        }
        long pages = bytes / pageSize;
        long rest = bytes % pageSize;
        if (pages == 0) {
            return Long.toString(rest);
        }
        if (pages < MANY) {
            return (pages == 1 ? "PAGE" : pages + " * PAGE") + (rest == 0 ? "" : " + " + rest);
        }
        long gibibytes = (bytes + pageSize) / GIB;
        long difference = bytes - gibibytes * GIB;
        if (gibibytes > 0 && Math.abs(difference) <= pageSize) {
            return (gibibytes == 1 ? "GIB" : gibibytes + " * GIB") + signed(difference, pageSize);
        }
        return "0x" + Long.toHexString(bytes);
    }

    /** A displacement of an address: {@code " + 2 * PAGE"}, {@code " - 16"}, or empty. */
    static String signed(long bytes, int pageSize) {
        if (bytes == 0) {
            return "";
        }
        if (bytes < 0 && -bytes > 0) {
            long pages = -bytes / pageSize;
            String size = size(-bytes, pageSize);
            return " - " + (pages == 0 || size.indexOf('+') < 0 ? size : "(" + size + ")");
        }
        return " + " + size(bytes, pageSize);
    }

    /** How a line of TAP describes content. */
    static String described(Content content) {
        if (content instanceof Content.Zeros zeros) {
            return zeros.length() == 1 ? "a zero" : Long.toUnsignedString(zeros.length()) + " zeros";
        }
        if (content instanceof Content.Fill fill) {
            return Long.toUnsignedString(fill.length()) + " times " + constant(fill.value());
        }
        if (content instanceof Content.Text text) {
            return "\"" + Medium.oneLine(text.text()) + "\"";
        }
        return HexFormat.ofDelimiter(" ").formatHex(content.bytes(0, Math.toIntExact(content.length())));
    }

    /** Text in a line of TAP, in which a number sign would begin a directive. */
    static String tap(String text) {
        return Medium.oneLine(text).replace("\\", "\\\\").replace("#", "\\#");
    }

    /** A comment, wrapped into lines. */
    static List<String> comment(List<String> paragraphs) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : paragraphs) {
            lines.addAll(wrap(paragraph, WIDTH - 10));
        }
        if (lines.size() == 1) {
            return List.of("/* " + lines.get(0) + " */");
        }
        List<String> comment = new ArrayList<>(List.of("/*"));
        for (String line : lines) {
            comment.add((" * " + line).stripTrailing());
        }
        comment.add(" */");
        return comment;
    }

    private static List<String> wrap(String paragraph, int width) {
        List<String> lines = new ArrayList<>();
        for (String given : paragraph.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            String indent =
                    given.substring(0, given.length() - given.stripLeading().length());
            for (String word : SPACES.splitAsStream(given.strip()).toList()) {
                if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? indent : " ").append(commentable(word));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static String commentable(String text) {
        return Medium.oneLine(text).replace("*/", "* /").replace("/*", "/ *");
    }

    /** The lines of a statement. A long one is broken after commas outside of string literals. */
    static List<String> broken(String indent, String statement) {
        List<String> lines = new ArrayList<>();
        String rest = indent + statement;
        while (rest.length() > WIDTH) {
            int end = lastBreak(rest, indent.length() + 8);
            if (end < 0) {
                break;
            }
            lines.add(rest.substring(0, end));
            rest = indent + "    " + rest.substring(end).strip();
        }
        lines.add(rest);
        return lines;
    }

    /** The position after the last comma that fits, or else after the first; -1 if no comma follows {@code from}. */
    private static int lastBreak(String line, int from) {
        int found = -1;
        boolean quoted = false;
        for (int i = 0; i < line.length() - 1 && (i < WIDTH || found < 0); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted && i > from && line.charAt(i + 1) == ' ') {
                found = i + 1;
            }
        }
        return found;
    }

    /** The word with a capital first letter. */
    static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
