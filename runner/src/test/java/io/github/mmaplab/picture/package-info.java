@NullMarked
package io.github.mmaplab.picture;

import org.jspecify.annotations.NullMarked;
