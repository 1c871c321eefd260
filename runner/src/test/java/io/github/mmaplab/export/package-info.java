@NullMarked
package io.github.mmaplab.export;

import org.jspecify.annotations.NullMarked;
