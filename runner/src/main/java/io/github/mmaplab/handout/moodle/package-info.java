/** Exercises as questions for Moodle, which can't play them: so every variant is a question with its answers. */
@NullMarked
package io.github.mmaplab.handout.moodle;

import org.jspecify.annotations.NullMarked;
