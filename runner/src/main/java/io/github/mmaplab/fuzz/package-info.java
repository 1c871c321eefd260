/** Random scenarios played on two kernels at once, until they differ, and then made as small as can be. */
@NullMarked
package io.github.mmaplab.fuzz;

import org.jspecify.annotations.NullMarked;
