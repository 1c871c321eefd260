/** What is wrong with a file, where it stands, and how that is drawn. */
@NullMarked
package io.github.mmaplab.diagnostic;

import org.jspecify.annotations.NullMarked;
