package io.github.mmaplab.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.Golden;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.exercise.csv.CsvRow;
import io.github.mmaplab.exercise.csv.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A behaviour that a public conformance suite checks.
 *
 * @param topic the heading that it is listed under
 * @param source the suite and the case, as scenarios write it under {@code references}
 * @param standard {@code P} if POSIX requires it, {@code U} if POSIX leaves it open, {@code L} if only Linux says it
 * @param rule what is checked, in short
 * @param reason why no scenario shows it; empty if one does
 */
record SuiteRow(String topic, String source, String standard, String rule, String reason) {
    /** How the source of a row begins. */
    static final Pattern SOURCE = Pattern.compile("(LTP|Open POSIX Test Suite) .+");

    private static final List<String> HEADER = List.of("topic", "source", "class", "rule", "why no scenario");

    /** The rows of both suites, in the order of their topics. */
    static List<SuiteRow> all() throws IOException {
        String text = Files.readString(Golden.RESOURCES.resolve("conformance/rows.csv"));
        Problems problems = new Problems();
        List<CsvRow> table =
                CsvTable.read(new Source("rows.csv", text), problems).rows();
        assertThat(problems.all()).isEmpty();
        assertThat(cells(table.get(0))).isEqualTo(HEADER);
        List<SuiteRow> rows = new ArrayList<>();
        for (CsvRow row : table.subList(1, table.size())) {
            List<String> cells = cells(row);
            rows.add(new SuiteRow(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4)));
        }
        return rows;
    }

    private static List<String> cells(CsvRow row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < HEADER.size(); column++) {
            cells.add(row.text(column));
        }
        return cells;
    }
}
