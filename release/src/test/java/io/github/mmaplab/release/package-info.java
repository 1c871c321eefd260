/** The artifacts of a release, each installed into an empty folder and run there, without Maven. */
@NullMarked
package io.github.mmaplab.release;

import org.jspecify.annotations.NullMarked;
