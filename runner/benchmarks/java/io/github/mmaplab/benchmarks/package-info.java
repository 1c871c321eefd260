/** What mmaplab costs, as ratios; run by {@code runner/benchmarks/run}, in no test and in no jar. */
@NullMarked
package io.github.mmaplab.benchmarks;

import org.jspecify.annotations.NullMarked;
