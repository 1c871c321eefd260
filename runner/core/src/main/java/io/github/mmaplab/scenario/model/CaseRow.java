package io.github.mmaplab.scenario.model;

import io.github.mmaplab.diagnostic.Span;
import java.util.Map;

/**
 * The row of {@code cases} that a scenario was made from, or the variant of an exercise, which is in no table.
 *
 * @param number from 1; 0 for a variant
 * @param values the value of each column, in the order written
 * @param span where the row is written
 */
public record CaseRow(int number, Map<String, String> values, Span span) {}
