/** Mutated files of all kinds, for all that reads them: nothing may crash, hang, or show a stack trace. */
@NullMarked
package io.github.mmaplab.hostile;

import org.jspecify.annotations.NullMarked;
