/** A run as a page: one file to be looked at, sent, kept and printed. */
@NullMarked
package io.github.mmaplab.report.html;

import org.jspecify.annotations.NullMarked;
