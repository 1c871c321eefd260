/** Tests of listings. */
@NullMarked
package io.github.mmaplab.listing;

import org.jspecify.annotations.NullMarked;
