/** Plays on two kernels at once and reports where they differ. */
@NullMarked
package io.github.mmaplab.compare;

import org.jspecify.annotations.NullMarked;
