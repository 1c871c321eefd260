/**
 * A run on simulated Linux with the machine before and after each operation, and what names meant at each of them.
 */
@NullMarked
package io.github.mmaplab.recording;

import org.jspecify.annotations.NullMarked;
