/** AssertJ for scenarios, and for machines in code. */
@NullMarked
package io.github.mmaplab.assertj;

import org.jspecify.annotations.NullMarked;
