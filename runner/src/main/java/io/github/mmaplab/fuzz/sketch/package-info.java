/** Scenarios as values that can be taken apart, made simpler and written down. */
@NullMarked
package io.github.mmaplab.fuzz.sketch;

import org.jspecify.annotations.NullMarked;
