/** What is wrong with a file, where, how that is drawn, and which word was probably meant. */
@NullMarked
package io.github.mmaplab.diagnostic;

import org.jspecify.annotations.NullMarked;
