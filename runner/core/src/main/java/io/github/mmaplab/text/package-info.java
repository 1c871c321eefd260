/** Which characters of a text that anybody may have written can be shown where. */
@NullMarked
package io.github.mmaplab.text;

import org.jspecify.annotations.NullMarked;
