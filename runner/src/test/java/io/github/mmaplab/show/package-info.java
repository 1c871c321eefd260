@NullMarked
package io.github.mmaplab.show;

import org.jspecify.annotations.NullMarked;
