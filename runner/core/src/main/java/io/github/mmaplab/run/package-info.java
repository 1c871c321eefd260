/** Plays a scenario on a kernel: lowers its steps to operations, makes its observations, and says what came of them. */
@NullMarked
package io.github.mmaplab.run;

import org.jspecify.annotations.NullMarked;
