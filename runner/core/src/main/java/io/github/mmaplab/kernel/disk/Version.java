package io.github.mmaplab.kernel.disk;

import io.github.mmaplab.kernel.memory.PageContent;
import org.jspecify.annotations.Nullable;

/**
 * What a page of a file held for a while.
 *
 * @param at the operation that made it so; 0 for what was synced
 * @param content its bytes; null for a hole, which has no block on the disk
 */
record Version(long at, @Nullable PageContent content) {
    boolean isHole() {
        return content == null;
    }
}
