/** The result of a scenario, as values that reports, explanations and grading read. */
@NullMarked
package io.github.mmaplab.run.result;

import org.jspecify.annotations.NullMarked;
