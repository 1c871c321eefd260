/** Tests of what Moodle is given. */
@NullMarked
package io.github.mmaplab.handout.moodle;

import org.jspecify.annotations.NullMarked;
