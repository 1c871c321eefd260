/**
 * Figures: where the pages of processes, of memory and of files are drawn, the same place at every moment, and the
 * drawings as SVG and TikZ.
 */
@NullMarked
package io.github.mmaplab.picture.figure;

import org.jspecify.annotations.NullMarked;
