/** Tests of the parts that a machine's memory is made of. */
@NullMarked
package io.github.mmaplab.kernel.memory;

import org.jspecify.annotations.NullMarked;
