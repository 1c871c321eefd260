/** Tests that tables are read, and stay as they are. */
@NullMarked
package io.github.mmaplab.exercise.csv;

import org.jspecify.annotations.NullMarked;
