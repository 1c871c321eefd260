package io.github.mmaplab.run.result;

import io.github.mmaplab.diagnostic.Span;

/**
 * An expectation that the kernel could not be asked about.
 *
 * @param span the facet
 * @param why in a few words
 */
public record NotChecked(Span span, String why) {}
