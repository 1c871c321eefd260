/** Exercises: which variant a student gets, what its right answers are, and what wrong ones tell. */
@NullMarked
package io.github.mmaplab.exercise;

import org.jspecify.annotations.NullMarked;
