/** Writes a scenario as a stand-alone C program that plays it on the machine it is compiled on, and prints TAP. */
@NullMarked
package io.github.mmaplab.export;

import org.jspecify.annotations.NullMarked;
