/** Tests of random scenarios. */
@NullMarked
package io.github.mmaplab.fuzz;

import org.jspecify.annotations.NullMarked;
