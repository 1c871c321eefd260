/** What came of grading, as it is written down and read back: one submission on a line, and a class as a file. */
@NullMarked
package io.github.mmaplab.exercise.results;

import org.jspecify.annotations.NullMarked;
