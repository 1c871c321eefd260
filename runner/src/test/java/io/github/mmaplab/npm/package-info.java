/** Tools from the npm registry that judge what we write; {@code src/test/validators} pins them. */
@NullMarked
package io.github.mmaplab.npm;

import org.jspecify.annotations.NullMarked;
