/** Tests of results against the rules of those who read them. */
@NullMarked
package io.github.mmaplab.gradebook;

import org.jspecify.annotations.NullMarked;
