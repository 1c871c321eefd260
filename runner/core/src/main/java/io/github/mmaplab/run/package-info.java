/** Plays a scenario on a kernel: turns its steps into operations, makes its observations, and reports the results. */
@NullMarked
package io.github.mmaplab.run;

import org.jspecify.annotations.NullMarked;
