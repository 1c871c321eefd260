package io.github.mmaplab.scenario.model;

import java.util.OptionalLong;

/**
 * What a verb over a range of memory is applied to.
 *
 * @param from where it begins
 * @param length how long it is, unsigned; absent, the named range from there to its end
 */
public record Range(Location.InMemory from, OptionalLong length) {}
