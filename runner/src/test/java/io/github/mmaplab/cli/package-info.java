/** Tests of the command line, through the door that the user takes. */
@NullMarked
package io.github.mmaplab.cli;

import org.jspecify.annotations.NullMarked;
