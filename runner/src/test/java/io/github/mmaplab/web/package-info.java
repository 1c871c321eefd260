/** Looks at HTML pages in a real browser: with the accessibility checker axe-core, as a picture, and on paper. */
@NullMarked
package io.github.mmaplab.web;

import org.jspecify.annotations.NullMarked;
