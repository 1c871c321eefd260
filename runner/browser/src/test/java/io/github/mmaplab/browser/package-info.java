/** Holds the core in JavaScript against the core on the JVM. */
@NullMarked
package io.github.mmaplab.browser;

import org.jspecify.annotations.NullMarked;
