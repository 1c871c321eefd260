/** Programs of others that judge what we write, and what becomes of a test where one is missing. */
@NullMarked
package io.github.mmaplab.tool;

import org.jspecify.annotations.NullMarked;
