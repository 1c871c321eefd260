/** A storyboard as text: tables for a terminal, of any width. */
@NullMarked
package io.github.mmaplab.picture.text;

import org.jspecify.annotations.NullMarked;
