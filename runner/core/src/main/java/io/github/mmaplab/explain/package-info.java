/** Explains why something is seen: the few events of a run that decide it, and the rules of Linux that apply, as data. */
@NullMarked
package io.github.mmaplab.explain;

import org.jspecify.annotations.NullMarked;
