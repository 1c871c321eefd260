/** Scenarios as tests of the JUnit Platform. */
@NullMarked
package io.github.mmaplab.junit;

import org.jspecify.annotations.NullMarked;
