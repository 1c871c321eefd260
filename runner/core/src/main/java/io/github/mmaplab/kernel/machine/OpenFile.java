package io.github.mmaplab.kernel.machine;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.OpenMode;

/**
 * What a file descriptor refers to: an open file description, open(2). Duplicates and inherited descriptors refer to the same.
 *
 * @param mode how the file was opened
 * @param appends whether each write(2) goes to the end of the file (O_APPEND)
 * @param opened which open(2) it came from; mappings of one open merge
 */
public record OpenFile(FileId file, OpenMode mode, boolean appends, long opened) {}
