/** Tests of pages. */
@NullMarked
package io.github.mmaplab.page;

import org.jspecify.annotations.NullMarked;
