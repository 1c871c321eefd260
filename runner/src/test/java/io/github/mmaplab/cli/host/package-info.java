/** Tests of what surrounds the program. */
@NullMarked
package io.github.mmaplab.cli.host;

import org.jspecify.annotations.NullMarked;
