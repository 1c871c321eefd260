/** Converts values to JSON and back, and reports where a text is not as expected. */
@NullMarked
package io.github.mmaplab.json;

import org.jspecify.annotations.NullMarked;
