/** A run as pieces of a page: each moment with its picture, what changed and was checked, and why pages hold what they hold. */
@NullMarked
package io.github.mmaplab.viewer;

import org.jspecify.annotations.NullMarked;
