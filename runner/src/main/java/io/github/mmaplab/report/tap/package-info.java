/** TAP: the Test Anything Protocol, version 14. */
@NullMarked
package io.github.mmaplab.report.tap;

import org.jspecify.annotations.NullMarked;
