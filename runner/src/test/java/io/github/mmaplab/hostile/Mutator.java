package io.github.mmaplab.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Changes a file a little: its bytes, its tokens, its lines, or parts of it for parts of another file. */
final class Mutator {
    private static final int LARGEST = 1 << 16;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_.-]+|[^A-Za-z0-9_.\\s-]|\\s+");

    /** What readers trip over: signs of YAML, JSON and CSV, escapes, numbers at the edges, characters that are seldom seen. */
    private static final List<String> TOKENS = List.of(
            "\"\\UFFFFFFFF\"",
            "\"\\u",
            "\"\\x4\"",
            "\"\\uD800\"",
            "\"\\U0010FFFF\"",
            "'",
            "\"",
            "\\",
            "|\n",
            "|+\n",
            ">-\n",
            "|1\n",
            "[",
            "]",
            "{",
            "}",
            "] x",
            "} g: h",
            ": ",
            "- ",
            "? ",
            ", ",
            "&a ",
            "*a ",
            "!t ",
            "<<: ",
            "%YAML 1.1\n",
            "---\n",
            "...\n",
            "# c\n",
            "\t",
            "\r\n",
            "\r",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "\u202E",
            "\u001B[31m",
            "\u0000",
            "\u00E9",
            "\uD83D\uDE00",
            "\n::error::x\n",
            "##[error]x",
            "null",
            "true",
            "~",
            "0",
            "-1",
            "0x",
            "0xffffffffffffffff",
            "18446744073709551616",
            "9223372036854775807",
            "1E-99999999",
            "1e999999999",
            "NaN",
            "1/0",
            "1G",
            "1 page",
            "-1 pages",
            "{ fill: A, length: 1G }",
            "{ zeros: 1T }",
            "{ hex: \"00 ff\" }",
            "<x>",
            "<",
            "../../x",
            "/dev/zero",
            "=cmd()",
            "\"\"",
            "a, b;c\td\n");

    private final Random random;

    Mutator(Random random) {
        this.random = random;
    }

    /** A changed copy. */
    byte[] mutate(byte[] seed, byte[] other) {
        byte[] bytes = seed;
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes = once(bytes, other);
        }
        return bytes.length > LARGEST ? Arrays.copyOf(bytes, LARGEST) : bytes;
    }

    private byte[] once(byte[] bytes, byte[] other) {
        return switch (random.nextInt(9)) {
            case 0 -> flipped(bytes);
            case 1 -> replaced(bytes, at(bytes), at(bytes), new byte[0]);
            case 2 -> inserted(bytes, TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8));
            case 3 -> tokens(bytes, other);
            case 4 -> lines(bytes, other);
            case 5 -> spliced(bytes, other);
            case 6 -> inserted(bytes, part(other));
            case 7 -> nested(bytes);
            default -> tokens(bytes, bytes);
        };
    }

    private int at(byte[] bytes) {
        return random.nextInt(bytes.length + 1);
    }

    private byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
        }
        return flipped;
    }

    private static byte[] replaced(byte[] bytes, int one, int other, byte[] by) {
        int from = Math.min(one, other);
        int to = Math.max(one, other);
        byte[] replaced = new byte[bytes.length - (to - from) + by.length];
        System.arraycopy(bytes, 0, replaced, 0, from);
        System.arraycopy(by, 0, replaced, from, by.length);
        System.arraycopy(bytes, to, replaced, from + by.length, bytes.length - to);
        return replaced;
    }

    private byte[] inserted(byte[] bytes, byte[] piece) {
        int at = at(bytes);
        return replaced(bytes, at, at, piece);
    }

    private byte[] part(byte[] bytes) {
        int from = at(bytes);
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(200)));
    }

    private byte[] spliced(byte[] bytes, byte[] other) {
        return replaced(bytes, at(bytes), bytes.length, Arrays.copyOfRange(other, at(other), other.length));
    }

    /** A token by another, of the list or of a file. */
    private byte[] tokens(byte[] bytes, byte[] other) {
        MatchResult target = token(bytes);
        MatchResult source = token(other);
        if (target == null) {
            return bytes;
        }
        String by =
                source == null || random.nextInt(3) == 0 ? TOKENS.get(random.nextInt(TOKENS.size())) : source.group();
        // one char for each byte, so that places in the text are places in the bytes
        byte[] piece = source != null && by.equals(source.group())
                ? by.getBytes(StandardCharsets.ISO_8859_1)
                : by.getBytes(StandardCharsets.UTF_8);
        return replaced(bytes, target.start(), target.end(), piece);
    }

    private @Nullable MatchResult token(byte[] bytes) {
        Matcher matcher = TOKEN.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        int from = at(bytes);
        return matcher.find(from) || matcher.find(0) ? matcher.toMatchResult() : null;
    }

    /** A line deleted, doubled, moved, indented otherwise, or taken from another file. */
    private byte[] lines(byte[] bytes, byte[] other) {
        int from = lineStart(bytes, at(bytes));
        int to = lineEnd(bytes, from);
        byte[] line = Arrays.copyOfRange(bytes, from, to);
        return switch (random.nextInt(5)) {
            case 0 -> replaced(bytes, from, to, new byte[0]);
            case 1 -> replaced(bytes, to, to, line);
            case 2 -> {
                byte[] without = replaced(bytes, from, to, new byte[0]);
                int at = lineStart(without, at(without));
                yield replaced(without, at, at, line);
            }
            case 3 ->
                replaced(bytes, from, from, " ".repeat(1 + random.nextInt(4)).getBytes(StandardCharsets.UTF_8));
            default -> {
                int start = lineStart(other, at(other));
                yield replaced(bytes, from, to, Arrays.copyOfRange(other, start, lineEnd(other, start)));
            }
        };
    }

    private static int lineStart(byte[] bytes, int at) {
        int start = at;
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private static int lineEnd(byte[] bytes, int at) {
        int end = at;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return Math.min(bytes.length, end + 1);
    }

    /** By the grammar: a value within brackets, as often as that may be. */
    private byte[] nested(byte[] bytes) {
        MatchResult target = token(bytes);
        if (target == null) {
            return bytes;
        }
        int depth = random.nextInt(8) == 0 ? 100 : 1 + random.nextInt(3);
        String open = random.nextBoolean() ? "[" : "{ a: ";
        String close = open.equals("[") ? "]" : " }";
        byte[] inner = Arrays.copyOfRange(bytes, target.start(), target.end());
        byte[] opened = replaced(inner, 0, 0, open.repeat(depth).getBytes(StandardCharsets.UTF_8));
        byte[] closed = replaced(
                opened, opened.length, opened.length, close.repeat(depth).getBytes(StandardCharsets.UTF_8));
        return replaced(bytes, target.start(), target.end(), closed);
    }
}
