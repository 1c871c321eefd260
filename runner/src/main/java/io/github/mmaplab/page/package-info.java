/** HTML pages that stand alone: one file, no network, whole without scripts, readable on screen, on paper and by a screen reader. */
@NullMarked
package io.github.mmaplab.page;

import org.jspecify.annotations.NullMarked;
