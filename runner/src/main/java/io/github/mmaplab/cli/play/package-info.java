/** Reads and plays scenarios, several at once, and tells the reports in a stable order. */
@NullMarked
package io.github.mmaplab.cli.play;

import org.jspecify.annotations.NullMarked;
