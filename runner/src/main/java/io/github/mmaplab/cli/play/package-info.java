/** Reads and plays scenarios, several at once, and reports the results in a stable order. */
@NullMarked
package io.github.mmaplab.cli.play;

import org.jspecify.annotations.NullMarked;
