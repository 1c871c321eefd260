/** Tests of grading. */
@NullMarked
package io.github.mmaplab.exercise.grade;

import org.jspecify.annotations.NullMarked;
