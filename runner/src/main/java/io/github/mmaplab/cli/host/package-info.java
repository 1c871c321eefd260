/** The environment of the program: its streams, its terminal, the clock, and its exit codes. */
@NullMarked
package io.github.mmaplab.cli.host;

import org.jspecify.annotations.NullMarked;
