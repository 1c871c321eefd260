package io.github.mmaplab.exercise.csv;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a text into cells. It consists of cells, separators and line breaks in sequence, and of nothing else: so the
 * spans of the cells are exact, and a text in which only cells are replaced is otherwise the same.
 */
final class CellReader {
    private final Source source;
    private final String text;
    private final char separator;
    private final Problems problems;

    private int at;

    CellReader(Source source, char separator, Problems problems) {
        this.source = source;
        this.text = source.text();
        this.separator = separator;
        this.problems = problems;
    }

    /** All rows up to the end, or to a quote that makes no cell, which is reported. */
    List<CsvRow> rows() {
        List<CsvRow> rows = new ArrayList<>();
        while (at < text.length()) {
            if (!isBreak(text.charAt(at))) {
                CsvRow row = row();
                if (row == null) {
                    return rows;
                }
                rows.add(row);
            }
            at += text.startsWith("\r\n", at) ? 2 : 1;
        }
        return rows;
    }

    private @Nullable CsvRow row() {
        List<CsvCell> cells = new ArrayList<>();
        for (; ; at++) {
            CsvCell cell = at < text.length() && text.charAt(at) == '"' ? quoted() : bare();
            if (cell == null) {
                return null;
            }
            cells.add(cell);
            at = cell.span().end();
            if (at == text.length() || text.charAt(at) != separator) {
                return new CsvRow(cells);
            }
        }
    }

    private CsvCell bare() {
        int end = endOfCell(at);
        return new CsvCell(source.span(at, end), text.substring(at, end), false);
    }

    private @Nullable CsvCell quoted() {
        int quote = text.indexOf('"', at + 1);
        while (quote >= 0 && text.startsWith("\"\"", quote)) {
            quote = text.indexOf('"', quote + 2);
        }
        if (quote < 0) {
            problems.add(
                    Code.UNCLOSED,
                    source.span(at, at + 1),
                    "this quote is never closed",
                    "close it with another `\"`; write a quote inside a quoted cell twice");
            return null;
        }
        int end = quote + 1;
        if (endOfCell(end) > end) {
            problems.add(
                    Code.STRAY_TEXT,
                    source.span(end, endOfCell(end)),
                    "there is text after the closing quote of a cell",
                    "write a quote inside a quoted cell twice, as in \"Ann \"\"Jo\"\" Lee\"");
            return null;
        }
        return new CsvCell(source.span(at, end), text.substring(at + 1, quote).replace("\"\"", "\""), true);
    }

    private int endOfCell(int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != separator && !isBreak(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
