package io.github.mmaplab.picture.text;

import java.util.List;

/**
 * What is shown of a process or a file.
 *
 * @param name its name
 * @param heading what is said of it as a whole
 * @param changed whether that is other than at the moment before, or something is gone
 * @param tables its mappings, or its pages
 */
record Section(String name, String heading, boolean changed, List<Table> tables) {

    /** Whether nothing in it is other than at the moment before. */
    boolean isAsBefore() {
        if (changed) {
            return false;
        }
        for (Table table : tables) {
            if (table.changed) {
                return false;
            }
            for (Row row : table.rows) {
                if (row.changed() || !row.was().isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * A mapping, or the pages of a file.
     *
     * @param heading what is said of it as a whole; empty for a file
     * @param changed whether that is other than at the moment before
     */
    record Table(String heading, boolean changed, List<Row> rows) {}
}
