package io.github.mmaplab.scenario.syntax;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a file into text, or says why they are none. */
public final class SourceText {
    /** The largest file that is read, in bytes: room for some 200,000 steps. */
    public static final int LARGEST_FILE = 16 << 20;

    /** The longest line, in chars: what the YAML library does with a line grows with the square of its length. */
    static final int LONGEST_LINE = 1 << 18;

    private final String name;
    private final byte[] bytes;
    private final Problems problems;

    private SourceText(String name, byte[] bytes, Problems problems) {
        this.name = name;
        this.bytes = bytes;
        this.problems = problems;
    }

    /**
     * The text of a file, or null, in which case the reason has been reported.
     *
     * @param name what messages call the file
     * @param bytes what is in it
     * @param problems where the reason goes
     */
    public static @Nullable Source decode(String name, byte[] bytes, Problems problems) {
        return new SourceText(name, bytes, problems).decode();
    }

    private @Nullable Source decode() {
        if (bytes.length > LARGEST_FILE) {
            return refuse(
                    Code.FILE_TOO_LARGE,
                    "the file is larger than " + (LARGEST_FILE >> 20) + " MiB, the maximum",
                    "split it: a file may hold one scenario, and a folder any number of files");
        }
        if (startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF)) {
            return refuse(Code.NOT_UTF8, "the file is in UTF-16", "save it as UTF-8");
        }
        if (hasZero()) {
            return refuse(
                    Code.BINARY_FILE,
                    "this looks like a binary file: it contains a zero byte",
                    "a scenario is text in UTF-8; name its path, or a folder of *.scenario.yaml files");
        }
        int start = startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0;
        String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        Source source = new Source(name, text);
        if (text.indexOf('\uFFFD') >= 0 && !isUtf8(source, start)) {
            return null;
        }
        return isPrintable(source) ? source : null;
    }

    private @Nullable Source refuse(Code code, String message, String hint) {
        problems.add(code, new Source(name, "").span(0, 0), message, hint);
        return null;
    }

    private boolean hasZero() {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private boolean startsWith(int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** Tells a replacement character in the file from one that was put in for a bad byte. */
    private boolean isUtf8(Source source, int start) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            return true;
        }
        int bad = bytes[in.position()] & 0xFF;
        problems.add(
                Code.NOT_UTF8,
                source.span(out.position(), out.position() + 1),
                "the byte 0x" + Integer.toHexString(bad) + " is not UTF-8",
                bad >= 0xA0
                        ? "it is `" + (char) bad + "` in Latin-1: save the file as UTF-8"
                        : "save the file as UTF-8");
        return false;
    }

    private boolean isPrintable(Source source) {
        String text = source.text();
        int lineStart = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lineStart = i + 1;
            } else if (i - lineStart == LONGEST_LINE) {
                refuseLine(source, lineStart);
                return false;
            } else if (isControl(c)) {
                refuseControl(source, i);
                return false;
            }
        }
        return true;
    }

    private void refuseLine(Source source, int start) {
        problems.add(
                Code.LINE_TOO_LONG,
                source.span(start, start + 1),
                "the line is longer than " + LONGEST_LINE + " characters, the maximum",
                "break it, or write long content as `{ fill: A, length: 1M }` or `{ zeros: 1M }`");
    }

    private void refuseControl(Source source, int at) {
        String number = hex4(source.text().charAt(at));
        problems.add(
                Code.CONTROL_CHARACTER,
                source.span(at, at + 1),
                "this is a control character, U+" + number,
                "remove it; in content, write it in double quotes as \"\\u" + number + "\"");
    }

    /** What YAML does not allow in a file: all controls but tab and line breaks, and what is no character. */
    private static boolean isControl(char c) {
        if (c < 0x20) {
            return c != '\t';
        }
        return (c >= 0x7F && c <= 0x9F && c != 0x85) || c == 0xFFFE || c == 0xFFFF;
    }

    private static String hex4(char c) {
        return Integer.toHexString(0x10000 | c).substring(1).toUpperCase(Locale.ROOT);
    }
}
