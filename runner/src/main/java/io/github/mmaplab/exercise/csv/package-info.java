/** Tables that come as comma-separated text and go back as such: every cell knows where in the file it stands. */
@NullMarked
package io.github.mmaplab.exercise.csv;

import org.jspecify.annotations.NullMarked;
