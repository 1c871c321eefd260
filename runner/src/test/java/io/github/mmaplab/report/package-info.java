/** Tests of the reports, from results that were played and from results made by hand. */
@NullMarked
package io.github.mmaplab.report;

import org.jspecify.annotations.NullMarked;
