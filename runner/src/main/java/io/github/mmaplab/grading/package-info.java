/** Grading of what a class handed in, of any size, into files. */
@NullMarked
package io.github.mmaplab.grading;

import org.jspecify.annotations.NullMarked;
