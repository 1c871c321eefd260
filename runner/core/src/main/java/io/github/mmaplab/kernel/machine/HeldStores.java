package io.github.mmaplab.kernel.machine;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.kernel.memory.PageContent;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/** What a process has stored to shared memory and only it sees yet: an immutable value, empty on Linux. */
record HeldStores(PMap<FrameId, Page> pages) {

    static final HeldStores NONE = new HeldStores(TreePMap.empty());

    /**
     * The stores to one page of a file, in the order in which they were made.
     *
     * @param address at which the process has the page
     * @param index which page of the file it is
     */
    record Page(long address, FileId file, long index, PVector<Piece> pieces) {

        static Page of(long address, FileId file, long index) {
            return new Page(address, file, index, TreePVector.empty());
        }

        boolean in(FileId other, long from, long to) {
            return file.equals(other) && from <= index && index < to;
        }

        private Page plus(Piece piece) {
            return new Page(address, file, index, pieces.plus(piece));
        }
    }

    boolean isEmpty() {
        return pages.isEmpty();
    }

    /** With one store more; {@code first} tells what the page is, should nothing be held of it yet. */
    HeldStores plus(FrameId frame, Page first, Piece piece) {
        Page before = pages.get(frame);
        return new HeldStores(pages.plus(frame, (before == null ? first : before).plus(piece)));
    }

    HeldStores minus(FrameId frame) {
        return new HeldStores(pages.minus(frame));
    }

    /** The bytes of a page with what is held of it. */
    PageContent over(FrameId frame, PageContent content) {
        Page page = pages.isEmpty() ? null : pages.get(frame);
        PageContent seen = content;
        if (page != null) {
            for (Piece piece : page.pieces()) {
                seen = piece.over(seen);
            }
        }
        return seen;
    }
}
