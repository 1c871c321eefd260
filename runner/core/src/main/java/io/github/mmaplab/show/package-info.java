/** Makes a storyboard of a run: what can be seen of each machine, and what has changed since the one before. */
@NullMarked
package io.github.mmaplab.show;

import org.jspecify.annotations.NullMarked;
