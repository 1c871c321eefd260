/** What a page calls of the core, compiled to JavaScript. */
@NullMarked
package io.github.mmaplab.browser;

import org.jspecify.annotations.NullMarked;
