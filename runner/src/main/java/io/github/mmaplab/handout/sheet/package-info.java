/** Sheets and prediction files for students: made of the story and what is asked, never of an answer. */
@NullMarked
package io.github.mmaplab.handout.sheet;

import org.jspecify.annotations.NullMarked;
