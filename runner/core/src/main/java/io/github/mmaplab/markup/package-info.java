/** Pieces of HTML that are well-formed whatever text is in them. */
@NullMarked
package io.github.mmaplab.markup;

import org.jspecify.annotations.NullMarked;
