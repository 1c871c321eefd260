/** Tests of tag expressions. */
@NullMarked
package io.github.mmaplab.scenario.tag;

import org.jspecify.annotations.NullMarked;
