/** What {@code mmaplab show} shows, and in which form. */
@NullMarked
package io.github.mmaplab.cli.show;

import org.jspecify.annotations.NullMarked;
