/** Tables that come as comma-separated text and go back as such: every cell knows its place in the file. */
@NullMarked
package io.github.mmaplab.exercise.csv;

import org.jspecify.annotations.NullMarked;
