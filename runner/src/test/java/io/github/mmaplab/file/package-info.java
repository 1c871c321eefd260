/** Tests of how files are read and written. */
@NullMarked
package io.github.mmaplab.file;

import org.jspecify.annotations.NullMarked;
