/** Tests of comparing kernels. */
@NullMarked
package io.github.mmaplab.compare;

import org.jspecify.annotations.NullMarked;
