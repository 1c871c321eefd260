package io.github.mmaplab.scenario.model;

import io.github.mmaplab.diagnostic.Span;

/**
 * A mapping to be made and its name from then on.
 *
 * @param process the process that makes it
 * @param name its name within that process
 * @param mapping how it is made
 * @param span where it is named
 */
public record NewMapping(String process, String name, MappingSpec mapping, Span span) {}
