package io.github.mmaplab.kernel;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Protection;
import java.util.Optional;

/**
 * A mapping as /proc/PID/maps shows it.
 *
 * @param start where it begins
 * @param length in bytes
 * @param shared MAP_SHARED; if not, MAP_PRIVATE
 * @param file the file, unless it is anonymous
 * @param offset in the file, in bytes; 0 for private anonymous memory
 */
public record MappingView(
        long start, long length, Protection protection, boolean shared, Optional<FileId> file, long offset) {}
