/** Tests of machines in code. */
@NullMarked
package io.github.mmaplab.lab;

import org.jspecify.annotations.NullMarked;
