/** Handing out exercises: which student gets which variant, under which name, and the files for students. */
@NullMarked
package io.github.mmaplab.handout;

import org.jspecify.annotations.NullMarked;
