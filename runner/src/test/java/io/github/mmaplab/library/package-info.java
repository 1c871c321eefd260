/** The library of scenarios under test: it passes, and none of it passes by accident. */
@NullMarked
package io.github.mmaplab.library;

import org.jspecify.annotations.NullMarked;
