/**
 * What a scenario says, as values: records and enums only, each element with the span it was read from. Names have been
 * resolved and sizes are bytes; nothing here knows YAML, and nothing runs.
 *
 * <p>Sizes, lengths and offsets are bytes, held in a {@code long} and to be read as unsigned: every value up to 2^64-1
 * can be written.
 */
@NullMarked
package io.github.mmaplab.scenario.model;

import org.jspecify.annotations.NullMarked;
