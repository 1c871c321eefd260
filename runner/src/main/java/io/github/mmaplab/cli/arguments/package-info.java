/** Parses the command line, and reports what is wrong with it. */
@NullMarked
package io.github.mmaplab.cli.arguments;

import org.jspecify.annotations.NullMarked;
