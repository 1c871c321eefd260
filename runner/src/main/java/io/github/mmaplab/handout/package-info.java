/** Handing out exercises: who gets which variant, under which name, and what is written for them. */
@NullMarked
package io.github.mmaplab.handout;

import org.jspecify.annotations.NullMarked;
