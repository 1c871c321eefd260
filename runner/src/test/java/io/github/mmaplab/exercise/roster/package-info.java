/** Tests of who is in a class. */
@NullMarked
package io.github.mmaplab.exercise.roster;

import org.jspecify.annotations.NullMarked;
