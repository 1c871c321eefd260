/** Tests of explanations. */
@NullMarked
package io.github.mmaplab.explain;

import org.jspecify.annotations.NullMarked;
