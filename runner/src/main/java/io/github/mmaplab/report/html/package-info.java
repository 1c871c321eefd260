/** A run as a page: one file to read, send, keep and print. */
@NullMarked
package io.github.mmaplab.report.html;

import org.jspecify.annotations.NullMarked;
