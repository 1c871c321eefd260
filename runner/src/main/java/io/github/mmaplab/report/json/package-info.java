/** A run as JSON: one document, or one event per line. Both are described by {@code schema/report.schema.json}. */
@NullMarked
package io.github.mmaplab.report.json;

import org.jspecify.annotations.NullMarked;
