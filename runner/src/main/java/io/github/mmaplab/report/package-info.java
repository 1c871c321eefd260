/** What is told of a run: to people, and to other programs. Each report reads results only. */
@NullMarked
package io.github.mmaplab.report;

import org.jspecify.annotations.NullMarked;
