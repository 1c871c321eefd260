package io.github.mmaplab.bless;

import java.util.List;

/**
 * Other text for a part of a file.
 *
 * @param start where the part begins, a char offset
 * @param end where it ends, not included
 * @param text what comes in its place
 */
record Edit(int start, int end, String text) {

    /** The text of a file after edits that touch no char twice, in the order of the file. */
    static String apply(String file, List<Edit> edits) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (Edit edit : edits) {
            result.append(file, at, edit.start).append(edit.text);
            at = edit.end;
        }
        return result.append(file, at, file.length()).toString();
    }
}
