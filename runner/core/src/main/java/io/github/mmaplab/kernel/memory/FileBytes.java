package io.github.mmaplab.kernel.memory;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.PageSize;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * The bytes of a file as they are, looked at without a page being brought in: what no page has reads as zeros, and
 * costs nothing.
 *
 * @param size of the file in bytes
 * @param pages page number in the file to a value that has the page
 * @param content the bytes of such a page
 */
public record FileBytes<P>(
        PageSize pageSize, long size, PMap<Long, P> pages, Function<P, @Nullable PageContent> content) {

    /** Bytes from {@code from} on, fewer than {@code count} at the end of the file. */
    public Data read(long from, int count) {
        byte[] bytes = new byte[(int) Math.max(0, Math.min(count, size - from))];
        int done = 0;
        while (done < bytes.length) {
            int within = pageSize.offset(from + done);
            int part = Math.min(bytes.length - done, pageSize.bytes() - within);
            PageContent page = page(pages.get(pageSize.number(from + done)));
            if (page != null) {
                page.copy(within, bytes, done, part);
            }
            done += part;
        }
        return Data.of(bytes);
    }

    /** The position of the first byte at or after {@code from} that is not zero. */
    public OptionalLong nonZero(long from) {
        long first = Long.MAX_VALUE;
        for (Map.Entry<Long, P> entry : pages.entrySet()) {
            long start = pageSize.address(entry.getKey());
            PageContent page = page(entry.getValue());
            if (page != null && start < first && start + pageSize.bytes() > from) {
                int within = page.nonZero((int) Math.max(0, from - start));
                first = within < 0 ? first : Math.min(first, start + within);
            }
        }
        return first < size ? OptionalLong.of(first) : OptionalLong.empty();
    }

    private @Nullable PageContent page(@Nullable P page) {
        return page == null ? null : content.apply(page);
    }
}
