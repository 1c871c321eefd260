/** Files: where they are found, what is opened and how much is read. The core knows bytes and names only. */
@NullMarked
package io.github.mmaplab.file;

import org.jspecify.annotations.NullMarked;
