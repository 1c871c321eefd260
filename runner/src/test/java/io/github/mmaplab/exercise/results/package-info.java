/** Tests of what is written down of grading. */
@NullMarked
package io.github.mmaplab.exercise.results;

import org.jspecify.annotations.NullMarked;
