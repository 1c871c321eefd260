package io.github.mmaplab.explain.fact;

import io.github.mmaplab.abi.FileId;
import org.jspecify.annotations.Nullable;

/**
 * What was mapped at an address before another mapping took its place.
 *
 * @param address the address
 * @param file the file; null for private anonymous memory
 * @param shared whether it was shared
 */
public record Under(long address, @Nullable FileId file, boolean shared) {}
