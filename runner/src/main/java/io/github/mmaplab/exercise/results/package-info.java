/** The results of grading, as they are written and read back: one submission on a line, and a class as a file. */
@NullMarked
package io.github.mmaplab.exercise.results;

import org.jspecify.annotations.NullMarked;
