package io.github.mmaplab.exercise.csv;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.file.UntrustedFile;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text file as spreadsheets and learning platforms write it: UTF-8 with or without a byte-order mark, or UTF-16 with
 * one. It remembers which, so that {@link #encode} of the unchanged text gives the bytes of the file again.
 */
public final class TextFile {
    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 16 << 20;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Source source;
    private final Charset charset;
    private final boolean marked;

    private TextFile(Source source, Charset charset, boolean marked) {
        this.source = source;
        this.charset = charset;
        this.marked = marked;
    }

    /**
     * Reads a file; null if it can't be, in which case the reason has been reported.
     *
     * @param name what messages call it: the path as the user wrote it
     */
    public static @Nullable TextFile read(Path path, String name, Problems problems) {
        byte[] bytes = UntrustedFile.read(path, name, LARGEST, problems);
        return bytes == null ? null : decode(name, bytes, problems);
    }

    /** The text of these bytes; null if they are none, in which case the reason has been reported. */
    public static @Nullable TextFile decode(String name, byte[] bytes, Problems problems) {
        if (bytes.length > LARGEST) {
            return refuse(
                    problems,
                    Code.FILE_TOO_LARGE,
                    name,
                    "the file is larger than " + (LARGEST >> 20) + " MiB, the limit",
                    "name the roster: a file with one line for each student");
        }
        Charset charset = charset(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, text, true);
        int good = text.position();
        text.flip();
        boolean marked = good > 0 && text.get(0) == BYTE_ORDER_MARK;
        String decoded = text.subSequence(marked ? 1 : 0, good).toString();
        if (result.isError()) {
            return refuseByte(problems, new Source(name, decoded + '\uFFFD'), charset, bytes[in.position()]);
        }
        if (decoded.indexOf('\0') >= 0) {
            return refuse(
                    problems,
                    Code.BINARY_FILE,
                    name,
                    "this looks like a binary file: it contains a NUL character",
                    "export the table as CSV, in UTF-8");
        }
        return new TextFile(new Source(name, decoded), charset, marked);
    }

    private static Charset charset(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        return switch (first) {
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
    }

    private static @Nullable TextFile refuse(Problems problems, Code code, String name, String message, String hint) {
        problems.add(code, new Source(name, "").span(0, 0), message, hint);
        return null;
    }

    private static @Nullable TextFile refuseByte(Problems problems, Source source, Charset charset, byte bad) {
        int at = source.text().length() - 1;
        String message = String.format(Locale.ROOT, "the byte 0x%02x is not %s", bad & 0xFF, charset.name());
        problems.add(
                Code.NOT_UTF8, source.span(at, at + 1), message, "save the file as UTF-8; in Excel, as `CSV UTF-8`");
        return null;
    }

    /** The text, without a byte-order mark. */
    public Source source() {
        return source;
    }

    /** The bytes of a text in the encoding of this file, with a byte-order mark if this file has one. */
    public byte[] encode(String text) {
        String whole = marked ? Character.toString(BYTE_ORDER_MARK) + text : text;
        return whole.getBytes(charset);
    }
}
