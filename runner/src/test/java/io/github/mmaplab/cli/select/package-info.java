/** Tests of what is selected. */
@NullMarked
package io.github.mmaplab.cli.select;

import org.jspecify.annotations.NullMarked;
