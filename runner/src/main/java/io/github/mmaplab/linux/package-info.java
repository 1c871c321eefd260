/** Scenarios on the kernel of this machine: real processes, controlled by an agent in C. */
@NullMarked
package io.github.mmaplab.linux;

import org.jspecify.annotations.NullMarked;
