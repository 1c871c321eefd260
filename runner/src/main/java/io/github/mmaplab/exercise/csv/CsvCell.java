package io.github.mmaplab.exercise.csv;

import io.github.mmaplab.diagnostic.Span;

/**
 * A cell of a table.
 *
 * @param span where it stands in the file, its quotes included
 * @param text what it says, without quotes, nothing trimmed
 * @param quoted whether it stands between quotes
 */
public record CsvCell(Span span, String text, boolean quoted) {}
