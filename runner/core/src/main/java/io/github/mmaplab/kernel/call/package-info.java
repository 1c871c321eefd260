/** The operations, one file each: the arguments as a record, and what they do to a machine. */
@NullMarked
package io.github.mmaplab.kernel.call;

import org.jspecify.annotations.NullMarked;
