/** Tests of what is handed out. */
@NullMarked
package io.github.mmaplab.handout.story;

import org.jspecify.annotations.NullMarked;
