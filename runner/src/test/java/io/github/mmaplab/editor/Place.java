package io.github.mmaplab.editor;

import java.util.List;

/**
 * A text with the cursor in it.
 *
 * @param line from 0
 * @param column from 0, in characters
 */
record Place(String text, int line, int column) {

    /** The text, with the cursor where the bar stands. */
    static Place of(String marked) {
        List<String> before = marked.substring(0, marked.indexOf('|')).lines().toList();
        boolean atStart = marked.charAt(marked.indexOf('|') - 1) == '\n';
        int line = atStart ? before.size() : before.size() - 1;
        int column = atStart ? 0 : before.get(line).length();
        return new Place(marked.replaceFirst("\\|", ""), line, column);
    }
}
