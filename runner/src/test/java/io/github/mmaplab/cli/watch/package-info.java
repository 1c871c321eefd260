/** Tests of watching. */
@NullMarked
package io.github.mmaplab.cli.watch;

import org.jspecify.annotations.NullMarked;
