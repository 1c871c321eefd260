/** What reached the disk, and what may have: the history of files since they were last synced, and what a crash leaves. */
@NullMarked
package io.github.mmaplab.kernel.disk;

import org.jspecify.annotations.NullMarked;
