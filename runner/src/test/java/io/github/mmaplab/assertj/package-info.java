/** Tests of AssertJ's assertions about scenarios and machines. */
@NullMarked
package io.github.mmaplab.assertj;

import org.jspecify.annotations.NullMarked;
