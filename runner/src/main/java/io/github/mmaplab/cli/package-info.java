/** The command line: the only place that prints and that ends the process. */
@NullMarked
package io.github.mmaplab.cli;

import org.jspecify.annotations.NullMarked;
