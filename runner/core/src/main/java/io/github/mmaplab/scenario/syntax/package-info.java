/**
 * From bytes to nodes with spans: UTF-8, then YAML without its surprises (no anchors, aliases, tags, merge keys or
 * duplicate keys; scalars are text). Nothing outside this package knows which YAML library is used.
 */
@NullMarked
package io.github.mmaplab.scenario.syntax;

import org.jspecify.annotations.NullMarked;
