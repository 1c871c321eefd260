/** Tests of what exercises are made of. */
@NullMarked
package io.github.mmaplab.exercise;

import org.jspecify.annotations.NullMarked;
