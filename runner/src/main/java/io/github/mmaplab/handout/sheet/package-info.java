/** Sheets and prediction files for students, made of the story and the questions, never of an answer. */
@NullMarked
package io.github.mmaplab.handout.sheet;

import org.jspecify.annotations.NullMarked;
