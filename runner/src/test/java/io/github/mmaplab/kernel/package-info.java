/** Tests of the simulated kernel, in its own terms: processes, mappings, files, and what each of them sees. */
@NullMarked
package io.github.mmaplab.kernel;

import org.jspecify.annotations.NullMarked;
