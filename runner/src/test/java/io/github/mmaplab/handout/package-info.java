/** Tests of what is handed out. */
@NullMarked
package io.github.mmaplab.handout;

import org.jspecify.annotations.NullMarked;
