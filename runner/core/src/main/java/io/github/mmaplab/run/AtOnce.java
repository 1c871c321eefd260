package io.github.mmaplab.run;

import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.kernel.call.Fork;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.call.Mmap;
import io.github.mmaplab.kernel.call.OnFile;
import io.github.mmaplab.kernel.call.OnRange;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.ReadFile;
import io.github.mmaplab.kernel.call.Store;
import io.github.mmaplab.kernel.call.WriteFile;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Which steps a real machine does at once, so that no other processor sees half of them: an access of 1, 2, 4 or 8 aligned
 * bytes, and a call about one page or one byte. A call over several pages is visible page by page (mm/memory.c,
 * zap_page_range_single), and truncation changes the size, the page tables and the page cache in turn (mm/truncate.c,
 * truncate_pagecache).
 */
final class AtOnce {
    private static final int WORD = 8;

    private AtOnce() {}

    /**
     * Whether a step is done at once.
     *
     * @param sizes the size of each file before
     */
    static boolean is(List<Operation> step, PageSize pageSize, ToLongFunction<FileId> sizes) {
        return step.size() <= 1 && step.stream().allMatch(operation -> is(operation, pageSize, sizes));
    }

    private static boolean is(Operation operation, PageSize pageSize, ToLongFunction<FileId> sizes) {
        if (operation instanceof Store store) {
            return isWord(store.address(), store.data().length());
        }
        if (operation instanceof Load load) {
            return isWord(load.address(), load.length());
        }
        if (operation instanceof WriteFile write) {
            return write.data().length() == 1 && write.offset() < sizes.applyAsLong(write.file());
        }
        if (operation instanceof ReadFile read) {
            return read.length() == 1;
        }
        if (operation instanceof OnRange range) {
            return range.call() != RangeCall.MSYNC
                    && !range.call().populates(range.argument())
                    && pageSize.offset(range.address()) == 0
                    && range.length() >= 0
                    && range.length() <= pageSize.bytes();
        }
        if (operation instanceof Mmap mmap) {
            return mmap.file() == null
                    && !mmap.flags().contains(MapFlag.POPULATE)
                    && !mmap.flags().contains(MapFlag.LOCKED)
                    && mmap.length() >= 0
                    && mmap.length() <= pageSize.bytes();
        }
        return operation instanceof Fork || (operation instanceof OnFile file && file.call() == FileCall.UNLINK);
    }

    private static boolean isWord(long address, long length) {
        return length > 0 && length <= WORD && Long.bitCount(length) == 1 && address % length == 0;
    }

    /** How many bytes an operation stores, loads, writes or reads. */
    static long bytes(Operation operation) {
        if (operation instanceof Store store) {
            return store.data().length();
        }
        if (operation instanceof Load load) {
            return load.length();
        }
        if (operation instanceof WriteFile write) {
            return write.data().length();
        }
        return operation instanceof ReadFile read ? read.length() : 0;
    }
}
