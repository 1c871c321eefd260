/** Who takes part: students, their groups, and the files that list them. */
@NullMarked
package io.github.mmaplab.exercise.roster;

import org.jspecify.annotations.NullMarked;
