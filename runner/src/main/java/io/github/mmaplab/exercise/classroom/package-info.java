/** What a class as a whole shows: of each question, and of each misconception. */
@NullMarked
package io.github.mmaplab.exercise.classroom;

import org.jspecify.annotations.NullMarked;
