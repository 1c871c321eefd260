/** Random operations on the simulated kernel, held against a machine that is as simple as it can be. */
@NullMarked
package io.github.mmaplab.kernel.random;

import org.jspecify.annotations.NullMarked;
