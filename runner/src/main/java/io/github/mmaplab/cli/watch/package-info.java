/** Plays files again when they change. */
@NullMarked
package io.github.mmaplab.cli.watch;

import org.jspecify.annotations.NullMarked;
