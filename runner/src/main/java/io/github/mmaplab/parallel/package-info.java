/** Work on many items, several at once. */
@NullMarked
package io.github.mmaplab.parallel;

import org.jspecify.annotations.NullMarked;
