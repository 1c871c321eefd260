/** Tests of playing, and of where reports go. */
@NullMarked
package io.github.mmaplab.cli.play;

import org.jspecify.annotations.NullMarked;
