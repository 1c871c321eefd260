/** Makes files say what is seen when they are played. */
@NullMarked
package io.github.mmaplab.bless;

import org.jspecify.annotations.NullMarked;
