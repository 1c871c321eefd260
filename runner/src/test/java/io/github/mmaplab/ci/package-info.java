/** Tests of what runs mmaplab in CI. */
@NullMarked
package io.github.mmaplab.ci;

import org.jspecify.annotations.NullMarked;
