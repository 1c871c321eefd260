/** Results in the forms that learning platforms read: the gradebook of Canvas. */
@NullMarked
package io.github.mmaplab.gradebook;

import org.jspecify.annotations.NullMarked;
