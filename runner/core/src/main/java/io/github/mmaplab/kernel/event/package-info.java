/** What happened inside an operation, as data: the raw material of every explanation. */
@NullMarked
package io.github.mmaplab.kernel.event;

import org.jspecify.annotations.NullMarked;
