/** JSON: values become text and back, and what is not as it should be is said with its place. */
@NullMarked
package io.github.mmaplab.json;

import org.jspecify.annotations.NullMarked;
