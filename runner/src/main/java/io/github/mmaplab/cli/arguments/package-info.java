/** What stands on the command line, and what is said when it can't be understood. */
@NullMarked
package io.github.mmaplab.cli.arguments;

import org.jspecify.annotations.NullMarked;
