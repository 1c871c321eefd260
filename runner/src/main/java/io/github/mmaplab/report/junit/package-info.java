/** JUnit XML, the report that most programs read. */
@NullMarked
package io.github.mmaplab.report.junit;

import org.jspecify.annotations.NullMarked;
