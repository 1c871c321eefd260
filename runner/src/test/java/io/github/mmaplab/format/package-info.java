/** Tests of the canonical form. */
@NullMarked
package io.github.mmaplab.format;

import org.jspecify.annotations.NullMarked;
