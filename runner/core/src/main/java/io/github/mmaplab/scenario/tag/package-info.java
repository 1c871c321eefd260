/** Boolean expressions over the tags of scenarios. */
@NullMarked
package io.github.mmaplab.scenario.tag;

import org.jspecify.annotations.NullMarked;
