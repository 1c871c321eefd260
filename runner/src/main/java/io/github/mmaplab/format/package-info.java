/** The canonical form of files: another layout with the same meaning and the same comments. */
@NullMarked
package io.github.mmaplab.format;

import org.jspecify.annotations.NullMarked;
