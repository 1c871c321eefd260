/** Tests of what is handed out. */
@NullMarked
package io.github.mmaplab.handout.sheet;

import org.jspecify.annotations.NullMarked;
