/** A run as JSON: as one document, and as one event a line. {@code schema/report.schema.json} says what is in them. */
@NullMarked
package io.github.mmaplab.report.json;

import org.jspecify.annotations.NullMarked;
