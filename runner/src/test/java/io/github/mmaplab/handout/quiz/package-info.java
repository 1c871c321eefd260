/** Tests of what Moodle is given. */
@NullMarked
package io.github.mmaplab.handout.quiz;

import org.jspecify.annotations.NullMarked;
