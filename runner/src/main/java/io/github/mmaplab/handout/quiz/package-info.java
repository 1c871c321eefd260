/** Exercises as quizzes of platforms that can't play them: every variant of a question is a question with its answers. */
@NullMarked
package io.github.mmaplab.handout.quiz;

import org.jspecify.annotations.NullMarked;
