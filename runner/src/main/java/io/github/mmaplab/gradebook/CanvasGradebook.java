package io.github.mmaplab.gradebook;

import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.exercise.csv.CsvRow;
import io.github.mmaplab.exercise.csv.CsvTable;
import io.github.mmaplab.exercise.csv.TextFile;
import io.github.mmaplab.exercise.roster.Roster;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The gradebook that an instructor exports from Canvas. It is a roster. It is also imported again with the scores of
 * one assignment filled in; all other cells stay as they were, to the byte.
 */
public final class CanvasGradebook {
    private final TextFile file;
    private final CsvTable table;
    private final CanvasHeader header;
    private final Roster roster;
    private final Map<String, CsvRow> rows;

    CanvasGradebook(TextFile file, CsvTable table, CanvasHeader header, Roster roster, Map<String, CsvRow> rows) {
        this.file = file;
        this.table = table;
        this.header = header;
        this.roster = roster;
        this.rows = new LinkedHashMap<>(rows);
    }

    /**
     * Reads a gradebook. The result reports everything that is wrong; nothing is thrown.
     *
     * @param path the file
     * @param name its name in messages: the path as the user wrote it
     * @param ids the column with the ids; empty for the first of {@link CanvasId} that is not empty
     */
    public static CanvasResult read(Path path, String name, Optional<CanvasId> ids) {
        Problems problems = new Problems();
        return new CanvasReader(problems, ids).read(TextFile.read(path, name, problems));
    }

    /** Reads the bytes of a gradebook, as {@link #read(Path, String, Optional)} does those of a file. */
    public static CanvasResult read(String name, byte[] bytes, Optional<CanvasId> ids) {
        Problems problems = new Problems();
        return new CanvasReader(problems, ids).read(TextFile.decode(name, bytes, problems));
    }

    /** The students, in the order of the rows. */
    public Roster roster() {
        return roster;
    }

    /**
     * Fills in one column. The cell of a student without a score is kept, and so is one that is excused ({@code EX}),
     * not assigned ({@code N/A}), or already the same number.
     *
     * @param column the assignment: {@code Title (123)} is found by its id, otherwise by its exact title. If there is
     *     none, a column with this title is added, for which Canvas creates an assignment
     * @param worth the maximum of points, which is written for a new column
     * @param scores by the id of the student in normal form, rounded half up to two decimals
     */
    public FilledGradebook withScores(String column, BigDecimal worth, Map<String, BigDecimal> scores) {
        Problems problems = new Problems();
        Optional<CsvRow> points =
                table.rows().stream().filter(CanvasRows::isPoints).findFirst();
        OptionalInt position = new CanvasColumns(header, points, problems).find(column);
        CanvasFilling filling = new CanvasFilling(file, table, header);
        if (position.isPresent()) {
            filling.fill(column, worth, position.getAsInt(), rows, scores);
        }
        return new FilledGradebook(
                file.encode(filling.text()),
                problems.all(),
                scores.keySet().stream()
                        .filter(id -> !rows.containsKey(id))
                        .sorted()
                        .toList(),
                filling.excused(),
                filling.notAssigned());
    }
}
