@NullMarked
package io.github.mmaplab.text;

import org.jspecify.annotations.NullMarked;
