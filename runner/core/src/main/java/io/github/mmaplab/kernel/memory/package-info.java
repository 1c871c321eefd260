/** Frames, page tables, mappings and files: the state of a machine's memory, without the calls that change it. */
@NullMarked
package io.github.mmaplab.kernel.memory;

import org.jspecify.annotations.NullMarked;
