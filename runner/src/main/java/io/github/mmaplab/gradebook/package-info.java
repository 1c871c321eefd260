/** Results in the forms that learning platforms read: Gradescope, GitHub Classroom, PrairieLearn, Canvas, and plain CSV. */
@NullMarked
package io.github.mmaplab.gradebook;

import org.jspecify.annotations.NullMarked;
