/**
 * Self-contained HTML pages: one file, no network, complete without scripts, readable on screen, on paper and by a
 * screen reader.
 */
@NullMarked
package io.github.mmaplab.page;

import org.jspecify.annotations.NullMarked;
