/** From nodes to scenarios: shapes, words, sizes and names are checked here, and every problem is reported at once. */
@NullMarked
package io.github.mmaplab.scenario.decode;

import org.jspecify.annotations.NullMarked;
