package io.github.mmaplab.listing;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.text.Medium;
import java.nio.charset.StandardCharsets;

/** Constants of C. */
final class Literals {
    private static final long MANY_PAGES = 100_000;

    private final PageSize pageSize;

    /** Constants for a machine with pages of so many bytes. */
    Literals(int pageSize) {
        this.pageSize = new PageSize(pageSize);
    }

    /** An unsigned number of bytes: {@code 2 * 4096 + 3}. */
    String size(long bytes) {
        long pages = pageSize.number(bytes);
        int rest = pageSize.offset(bytes);
        if (pages == 0) {
            return String.valueOf(rest);
        }
        if (pages >= MANY_PAGES) {
            return "0x" + Long.toHexString(bytes);
        }
        return (pages == 1 ? "" : pages + " * ") + pageSize.bytes() + (rest == 0 ? "" : " + " + rest);
    }

    /** The address so many bytes after a pointer, or before it: {@code p + 4096}. */
    String address(String pointer, long offset) {
        if (offset == 0) {
            return pointer;
        }
        return offset < 0 ? pointer + " - " + factor(-offset) : pointer + " + " + size(offset);
    }

    /** The byte there: {@code p[4096]}. */
    String element(String pointer, long offset) {
        return pointer + "[" + (offset < 0 ? "-" + factor(-offset) : size(offset)) + "]";
    }

    private String factor(long bytes) {
        String size = size(bytes);
        return size.indexOf('+') < 0 ? size : "(" + size + ")";
    }

    /** A string of these bytes, without its terminator. */
    static String string(byte[] bytes) {
        StringBuilder text = new StringBuilder("\"");
        for (byte b : bytes) {
            if (b == '"' || b == '\\') {
                text.append('\\').append((char) b);
            } else if (b == '\n') {
                text.append("\\n");
            } else if (isPlain(b)) {
                text.append((char) b);
            } else {
                // three digits, so that a digit after it does not belong to it
                text.append('\\').append((b >> 6) & 3).append((b >> 3) & 7).append(b & 7);
            }
        }
        return text.append('"').toString();
    }

    /** A string with this text. */
    static String string(String text) {
        return string(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A character, or a number if it can't be shown. */
    static String character(byte value) {
        return isPlain(value) && value != '\'' && value != '\\' ? "'" + (char) value + "'" : String.valueOf(value);
    }

    /** Whether a byte is shown as it is. Question marks could begin a trigraph. */
    private static boolean isPlain(byte b) {
        return b >= ' ' && b < 127 && b != '?';
    }

    /** Text that can be in a comment. */
    static String comment(String text) {
        return Medium.oneLine(text).replace("*/", "* /").replace("/*", "/ *");
    }
}
