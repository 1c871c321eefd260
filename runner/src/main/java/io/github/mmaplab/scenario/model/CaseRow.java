package io.github.mmaplab.scenario.model;

import io.github.mmaplab.diagnostic.Span;
import java.util.Map;

/**
 * The row of {@code cases} that a scenario was made from.
 *
 * @param number from 1
 * @param values what each column stands for, in the order written
 * @param span where the row is written
 */
public record CaseRow(int number, Map<String, String> values, Span span) {}
