/** Marks predictions: what is right, what is wrong and why, and what it earns. */
@NullMarked
package io.github.mmaplab.exercise.grade;

import org.jspecify.annotations.NullMarked;
