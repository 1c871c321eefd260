package io.github.mmaplab.exercise.roster;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Label;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.exercise.csv.CsvCell;
import io.github.mmaplab.exercise.csv.CsvRow;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first row of a roster: which column is which. */
final class RosterHeader {
    private final CsvRow row;
    private final Map<RosterColumn, Integer> positions = new EnumMap<>(RosterColumn.class);

    private RosterHeader(CsvRow row) {
        this.row = row;
    }

    /** Reads the header; what is missing or given twice is reported. */
    static RosterHeader of(CsvRow row, Problems problems) {
        RosterHeader header = new RosterHeader(row);
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < row.width(); i++) {
            byName.putIfAbsent(RosterColumn.normalized(row.text(i)), i);
        }
        for (RosterColumn column : RosterColumn.values()) {
            Optional<String> name =
                    column.names().stream().filter(byName::containsKey).findFirst();
            name.ifPresent(found -> header.take(column, found, byName.getOrDefault(found, 0), problems));
        }
        if (!header.has(RosterColumn.ID)) {
            problems.add(
                    Code.MISSING_COLUMN,
                    row.span(),
                    "no column in this header contains the ids of the students",
                    "the first line names the columns: call one `id`");
        }
        return header;
    }

    private void take(RosterColumn column, String name, int position, Problems problems) {
        positions.put(column, position);
        CsvCell first = row.cells().get(position);
        for (CsvCell cell : row.cells().subList(position + 1, row.width())) {
            if (RosterColumn.normalized(cell.text()).equals(name)) {
                problems.add(new Diagnostic(
                        Code.COLUMN_TWICE,
                        cell.span(),
                        "there is already a column `" + name + "`",
                        List.of(new Label(first.span(), "the first one is here")),
                        List.of("rename one of them: a column of another name is ignored")));
            }
        }
    }

    boolean has(RosterColumn column) {
        return positions.containsKey(column);
    }

    int width() {
        return row.width();
    }

    CsvRow row() {
        return row;
    }

    /** Where a column is that the header has. */
    int position(RosterColumn column) {
        return positions.getOrDefault(column, 0);
    }

    /** What a row says in a column; empty where it says nothing. */
    Optional<String> value(CsvRow student, RosterColumn column) {
        return Optional.ofNullable(positions.get(column)).map(student::text).filter(text -> !text.isEmpty());
    }

    /** The name of a student, put together if it has to be. */
    Optional<String> name(CsvRow student) {
        if (has(RosterColumn.NAME)) {
            return value(student, RosterColumn.NAME);
        }
        String first = value(student, RosterColumn.FIRST_NAME).orElse("");
        String last = value(student, RosterColumn.LAST_NAME).orElse("");
        return Optional.of((first + " " + last).strip()).filter(text -> !text.isEmpty());
    }
}
