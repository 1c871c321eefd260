/**
 * Finds and opens files, and reads no more of them than is accepted; writes files whole or not at all. The core only
 * knows bytes and names.
 */
@NullMarked
package io.github.mmaplab.file;

import org.jspecify.annotations.NullMarked;
