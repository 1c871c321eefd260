package io.github.mmaplab.exercise.csv;

import io.github.mmaplab.diagnostic.Span;

/**
 * A cell of a table.
 *
 * @param span where it is in the file, with its quotes
 * @param text what it says, without quotes, nothing trimmed
 * @param quoted whether it is in quotes
 */
public record CsvCell(Span span, String text, boolean quoted) {}
