/** What surrounds the program: its streams, its terminal, the clock, and the codes it exits with. */
@NullMarked
package io.github.mmaplab.cli.host;

import org.jspecify.annotations.NullMarked;
