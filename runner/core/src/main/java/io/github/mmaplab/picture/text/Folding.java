package io.github.mmaplab.picture.text;

import java.util.ArrayList;
import java.util.List;

/** Makes long tables short. */
final class Folding {
    /** So many rows that are alike are one. */
    private static final int FEWEST = 4;

    /** In a table that is still longer than that, pages with different bytes are one row too. */
    private static final int LONG = 24;

    private Folding() {}

    static List<Row> fold(List<Row> rows) {
        List<Row> folded = fold(rows, false);
        return folded.size() > LONG ? fold(folded, true) : folded;
    }

    private static List<Row> fold(List<Row> rows, boolean whateverBytes) {
        List<Row> folded = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            Row row = rows.get(from);
            int to = from + 1;
            while (to < rows.size() && row.goesOnWith(rows.get(to), whateverBytes)) {
                row = row.with(rows.get(to));
                to++;
            }
            if (to - from >= FEWEST) {
                folded.add(row);
            } else {
                folded.addAll(rows.subList(from, to));
            }
            from = to;
        }
        return folded;
    }
}
