@NullMarked
package io.github.mmaplab.picture.text;

import org.jspecify.annotations.NullMarked;
