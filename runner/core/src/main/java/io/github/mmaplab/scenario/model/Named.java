package io.github.mmaplab.scenario.model;

import io.github.mmaplab.diagnostic.Span;

/**
 * A file or a process that a step speaks of.
 *
 * @param name its name
 * @param span where it is named
 */
public record Named(String name, Span span) {}
