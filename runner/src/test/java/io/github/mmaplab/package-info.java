/** Tests of the whole house rather than of one room. */
@NullMarked
package io.github.mmaplab;

import org.jspecify.annotations.NullMarked;
