/** The command line. Only this package prints and ends the process. */
@NullMarked
package io.github.mmaplab.cli;

import org.jspecify.annotations.NullMarked;
