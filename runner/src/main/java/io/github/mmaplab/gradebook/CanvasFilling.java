package io.github.mmaplab.gradebook;

import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.exercise.csv.CsvCell;
import io.github.mmaplab.exercise.csv.CsvRow;
import io.github.mmaplab.exercise.csv.CsvTable;
import io.github.mmaplab.exercise.csv.CsvText;
import io.github.mmaplab.exercise.csv.TextFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The text of a gradebook while some of its cells are replaced. The rest stays as it is: quotes, white space, line
 * ends.
 */
final class CanvasFilling {
    private static final String EXCUSED = "EX";

    /** What Canvas writes for students who do not have the assignment. It silently drops a score in its place. */
    private static final String NOT_ASSIGNED = "N/A";

    private final String text;
    private final CsvTable table;
    private final CanvasHeader header;
    private final CanvasNumbers numbers;
    /** The replacements of spans, by their beginning. */
    private final Map<Integer, Replacement> replacements = new TreeMap<>();

    private final List<String> excused = new ArrayList<>();
    private final List<String> notAssigned = new ArrayList<>();

    private record Replacement(int end, String text) {}

    CanvasFilling(TextFile file, CsvTable table, CanvasHeader header) {
        this.text = file.source().text();
        this.table = table;
        this.header = header;
        this.numbers = CanvasNumbers.of(table.rows(), header.section(), table.separator());
    }

    /**
     * Fills in the scores of a column, which may be the one after the last.
     *
     * @param worth the maximum of points, which Canvas does not know for a new column
     */
    void fill(
            String title, BigDecimal worth, int column, Map<String, CsvRow> students, Map<String, BigDecimal> scores) {
        IdentityHashMap<CsvRow, String> added = new IdentityHashMap<>();
        added.put(header.row(), CsvText.cell(title));
        table.rows().stream().filter(CanvasRows::isPoints).forEach(row -> added.put(row, numbers.cell(worth)));
        students.forEach((id, row) -> {
            BigDecimal score = scores.get(id);
            if (score != null && column == header.row().width()) {
                added.put(row, numbers.cell(score));
            } else if (score != null) {
                fill(id, row.cells().get(column), score);
            }
        });
        if (column == header.row().width()) {
            table.rows().forEach(row -> add(row, added.get(row)));
        }
    }

    private void fill(String id, CsvCell cell, BigDecimal score) {
        if (cell.text().strip().equalsIgnoreCase(EXCUSED)) {
            excused.add(id);
        } else if (cell.text().strip().equalsIgnoreCase(NOT_ASSIGNED)) {
            notAssigned.add(id);
        } else if (!CanvasNumbers.says(cell, score)) {
            replacements.put(cell.span().start(), new Replacement(cell.span().end(), numbers.cell(score)));
        }
    }

    private void add(CsvRow row, @Nullable String cell) {
        if (row.width() > header.row().width()) {
            if (cell != null) {
                Span beyond = row.cells().get(header.row().width()).span();
                replacements.put(beyond.start(), new Replacement(beyond.end(), cell));
            }
            return;
        }
        Span span = row.span();
        String gap = String.valueOf(table.separator()).repeat(header.row().width() + 1 - row.width());
        replacements.put(span.end(), new Replacement(span.end(), cell == null ? gap : gap + cell));
    }

    /** The whole text with the replacements. */
    String text() {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (Map.Entry<Integer, Replacement> entry : replacements.entrySet()) {
            filled.append(text, at, entry.getKey()).append(entry.getValue().text());
            at = entry.getValue().end();
        }
        return filled.append(text, at, text.length()).toString();
    }

    List<String> excused() {
        return excused;
    }

    List<String> notAssigned() {
        return notAssigned;
    }
}
