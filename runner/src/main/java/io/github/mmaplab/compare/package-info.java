/** Plays on two kernels at once and tells where they differ. */
@NullMarked
package io.github.mmaplab.compare;

import org.jspecify.annotations.NullMarked;
