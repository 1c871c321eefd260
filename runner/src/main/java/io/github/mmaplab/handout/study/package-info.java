/** Pages for self-study: a question before each step that decides its answer, then the step, the answer and the reason. */
@NullMarked
package io.github.mmaplab.handout.study;

import org.jspecify.annotations.NullMarked;
