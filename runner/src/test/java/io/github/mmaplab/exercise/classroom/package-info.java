/** Tests of what a class as a whole shows. */
@NullMarked
package io.github.mmaplab.exercise.classroom;

import org.jspecify.annotations.NullMarked;
