/** Random scenarios played on two kernels at once until they differ, and then made as small as possible. */
@NullMarked
package io.github.mmaplab.fuzz;

import org.jspecify.annotations.NullMarked;
