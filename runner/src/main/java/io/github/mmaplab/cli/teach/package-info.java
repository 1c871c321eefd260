/** The parts that the commands about exercises have in common. */
@NullMarked
package io.github.mmaplab.cli.teach;

import org.jspecify.annotations.NullMarked;
