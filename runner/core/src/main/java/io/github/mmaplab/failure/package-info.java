/** What a run has found, in words: a failure as text, with what decided it. */
@NullMarked
package io.github.mmaplab.failure;

import org.jspecify.annotations.NullMarked;
