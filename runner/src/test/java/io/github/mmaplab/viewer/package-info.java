@NullMarked
package io.github.mmaplab.viewer;

import org.jspecify.annotations.NullMarked;
