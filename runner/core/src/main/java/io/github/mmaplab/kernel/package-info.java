/** The kernel as the layers above see it: operations go in, outcomes and observations come out. */
@NullMarked
package io.github.mmaplab.kernel;

import org.jspecify.annotations.NullMarked;
