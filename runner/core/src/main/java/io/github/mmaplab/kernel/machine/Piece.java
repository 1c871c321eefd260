package io.github.mmaplab.kernel.machine;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.kernel.memory.PageContent;

/**
 * What of some data goes into one page.
 *
 * @param offset where in the page, in bytes
 * @param from which byte of the data is the first one
 * @param count how many bytes
 */
public record Piece(int offset, Data data, long from, int count) {

    /** The page with the bytes in it. */
    PageContent over(PageContent content) {
        return content.with(offset, data, from, count);
    }
}
