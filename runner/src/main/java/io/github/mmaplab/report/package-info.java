/** Reports of a run for people and for other programs. Each report reads results only. */
@NullMarked
package io.github.mmaplab.report;

import org.jspecify.annotations.NullMarked;
