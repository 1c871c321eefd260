package io.github.mmaplab.cli.select;

import org.jspecify.annotations.Nullable;

/**
 * A path followed by a line number, as in {@code a.scenario.yaml:12}, or with line and column, as messages
 * show them.
 *
 * @param path the part before the line
 * @param line from 1
 */
record WrittenPath(String path, int line) {

    /** The path and line that {@code written} spells, or null if there is no line in it. */
    static @Nullable WrittenPath parse(String written) {
        int colon = written.lastIndexOf(':');
        int last = number(written, colon + 1, written.length());
        if (colon <= 0 || last <= 0) {
            return null;
        }
        int before = written.lastIndexOf(':', colon - 1);
        int line = number(written, before + 1, colon);
        return before > 0 && line > 0
                ? new WrittenPath(written.substring(0, before), line)
                : new WrittenPath(written.substring(0, colon), last);
    }

    /** The number written from {@code start} to {@code end}; 0 if there is none, or none that a line can have. */
    private static int number(String text, int start, int end) {
        int number = 0;
        if (end - start > 9) {
            return 0;
        }
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }
}
