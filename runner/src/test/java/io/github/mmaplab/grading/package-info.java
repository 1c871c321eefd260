/** Tests of how a class is graded. */
@NullMarked
package io.github.mmaplab.grading;

import org.jspecify.annotations.NullMarked;
