package io.github.mmaplab.kernel.memory;

import io.github.mmaplab.abi.FrameId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page table of a process: from page numbers to frames, a radix tree of nine levels with up to 16 entries a node:
 * wide enough to be shallow, narrow enough that copying the nodes on the way to a change after a fork stays cheap.
 *
 * <p>Immutable. Fork hands the same tree to the child; the first change copies the nodes on the way to the
 * change. An entry has no "writable" bit: whether a store may go straight to its frame follows from the mapping and
 * from whether anyone else has the frame, see {@link #find}.
 */
public final class PageTable {

    /** A table without entries. */
    public static final PageTable EMPTY = new PageTable(null);

    private static final int BITS = 4;
    private static final int SLOTS = 1 << BITS;

    /** The shift of the root: nine levels cover the 35 bits that a page number has at most. */
    private static final int TOP = 8 * BITS;

    private final @Nullable Node root;

    private PageTable(@Nullable Node root) {
        this.root = root;
    }

    /**
     * A page-table entry.
     *
     * @param frame what it points at
     * @param shared whether the entry is in a node that other processes have too
     */
    public record Entry(FrameId frame, boolean shared) {}

    /** Receives entries, in the order of their pages. */
    public interface Visitor {
        /** There is an entry for {@code page} that points at {@code frame}. */
        void entry(long page, FrameId frame);
    }

    /** A node of the tree; {@code present} has a bit for each child that is there, in order. */
    sealed interface Node {
        long id();

        long present();

        default int position(int slot) {
            return Long.bitCount(present() & ((1L << slot) - 1));
        }

        default boolean has(int slot) {
            return (present() & (1L << slot)) != 0;
        }
    }

    static final class Branch implements Node {
        private final long id;
        private final long present;
        private final Node[] children;

        private Branch(long id, long present, Node[] children) {
            this.id = id;
            this.present = present;
            this.children = children;
        }

        @Override
        public long id() {
            return id;
        }

        @Override
        public long present() {
            return present;
        }

        List<Node> children() {
            return Collections.unmodifiableList(Arrays.asList(children));
        }
    }

    static final class Leaf implements Node {
        private final long id;
        private final long present;
        private final FrameId[] frames;

        private Leaf(long id, long present, FrameId[] frames) {
            this.id = id;
            this.present = present;
            this.frames = frames;
        }

        @Override
        public long id() {
            return id;
        }

        @Override
        public long present() {
            return present;
        }

        List<FrameId> frames() {
            return Collections.unmodifiableList(Arrays.asList(frames));
        }
    }

    /** The root, for those that count. */
    @Nullable
    Node root() {
        return root;
    }

    /** The entry for a page, or null when there is none. */
    public @Nullable Entry find(MemoryDraft memory, long page) {
        boolean shared = false;
        Node node = covers(page) ? root : null;
        for (int shift = TOP; node != null; shift -= BITS) {
            shared |= memory.isShared(node);
            int slot = slot(page, shift);
            if (!node.has(slot)) {
                return null;
            }
            if (node instanceof Leaf leaf) {
                return new Entry(leaf.frames[node.position(slot)], shared);
            }
            node = ((Branch) node).children[node.position(slot)];
        }
        return null;
    }

    /** The frame that a page's entry points at, or null when there is no entry. */
    public @Nullable FrameId frame(long page) {
        Node node = covers(page) ? root : null;
        for (int shift = TOP; node != null; shift -= BITS) {
            int slot = slot(page, shift);
            if (!node.has(slot)) {
                return null;
            }
            if (node instanceof Leaf leaf) {
                return leaf.frames[node.position(slot)];
            }
            node = ((Branch) node).children[node.position(slot)];
        }
        return null;
    }

    /** Tells of the entries for pages {@code from} (inclusive) to {@code to} (exclusive). */
    public void forEach(long from, long to, Visitor visitor) {
        if (root != null && from < to) {
            visit(root, TOP, 0, from, to, visitor);
        }
    }

    /** The table with the entry for {@code page} pointing at {@code frame}, whose reference the table takes over. */
    public PageTable with(MemoryDraft memory, long page, FrameId frame) {
        return new PageTable(put(memory, root, TOP, page, frame));
    }

    /**
     * The table without the entries for pages {@code from} (inclusive) to {@code to} (exclusive); their references are
     * given back.
     */
    public PageTable without(MemoryDraft memory, long from, long to) {
        return root == null || from >= to ? this : new PageTable(cut(memory, root, TOP, 0, from, to));
    }

    /** The table for a child: the same tree, which now has one owner more. */
    public PageTable fork(MemoryDraft memory) {
        if (root != null) {
            memory.retain(root);
        }
        return this;
    }

    /** Gives back all references, for a process that ends. */
    public void drop(MemoryDraft memory) {
        if (root != null) {
            drop(memory, root);
        }
    }

    /** Whether the tree is high enough for a page; no page of user space is beyond. */
    private static boolean covers(long page) {
        return page >>> (TOP + BITS) == 0;
    }

    private static int slot(long page, int shift) {
        return (int) (page >>> shift) & (SLOTS - 1);
    }

    private static void visit(Node node, int shift, long base, long from, long to, Visitor visitor) {
        long width = 1L << shift;
        int first = firstSlot(base, width, from);
        long left = first == SLOTS ? 0 : node.present() & (-1L << first);
        for (; left != 0; left &= left - 1) {
            int slot = Long.numberOfTrailingZeros(left);
            if (base + slot * width >= to) {
                return;
            }
            if (node instanceof Leaf leaf) {
                visitor.entry(base + slot, leaf.frames[node.position(slot)]);
            } else {
                Node child = ((Branch) node).children[node.position(slot)];
                visit(child, shift - BITS, base + slot * width, from, to, visitor);
            }
        }
    }

    /** The first slot of a node whose pages reach beyond {@code from}. */
    private static int firstSlot(long base, long width, long from) {
        return from <= base ? 0 : (int) Math.min(SLOTS, (from - base) / width);
    }

    private static Node put(MemoryDraft memory, @Nullable Node node, int shift, long page, FrameId frame) {
        int slot = slot(page, shift);
        if (node == null) {
            long present = 1L << slot;
            return shift == 0
                    ? new Leaf(memory.newNode(), present, new FrameId[] {frame})
                    : new Branch(memory.newNode(), present, new Node[] {put(memory, null, shift - BITS, page, frame)});
        }
        Node own = own(memory, node);
        int at = own.position(slot);
        if (own instanceof Leaf leaf) {
            if (leaf.has(slot)) {
                memory.release(leaf.frames[at]);
                FrameId[] frames = leaf.frames.clone();
                frames[at] = frame;
                return new Leaf(leaf.id, leaf.present, frames);
            }
            return new Leaf(leaf.id, leaf.present | 1L << slot, inserted(leaf.frames, at, frame));
        }
        Branch branch = (Branch) own;
        if (branch.has(slot)) {
            Node[] children = branch.children.clone();
            children[at] = put(memory, children[at], shift - BITS, page, frame);
            return new Branch(branch.id, branch.present, children);
        }
        Node child = put(memory, null, shift - BITS, page, frame);
        return new Branch(branch.id, branch.present | 1L << slot, inserted(branch.children, at, child));
    }

    private static @Nullable Node cut(MemoryDraft memory, Node node, int shift, long base, long from, long to) {
        long width = 1L << shift;
        if (from <= base && base + SLOTS * width <= to) {
            drop(memory, node);
            return null;
        }
        if (!touches(node, shift, base, from, to)) {
            return node;
        }
        Node own = own(memory, node);
        for (int slot = firstSlot(base, width, from); slot < SLOTS && base + slot * width < to; slot++) {
            if (own.has(slot)) {
                own = cutSlot(memory, own, slot, shift, base + slot * width, from, to);
            }
        }
        return own.present() == 0 ? null : own;
    }

    private static Node cutSlot(MemoryDraft memory, Node own, int slot, int shift, long base, long from, long to) {
        int at = own.position(slot);
        if (own instanceof Leaf leaf) {
            memory.release(leaf.frames[at]);
            return new Leaf(leaf.id, leaf.present & ~(1L << slot), removed(leaf.frames, at));
        }
        Branch branch = (Branch) own;
        Node child = cut(memory, branch.children[at], shift - BITS, base, from, to);
        if (child == null) {
            return new Branch(branch.id, branch.present & ~(1L << slot), removed(branch.children, at));
        }
        Node[] children = branch.children.clone();
        children[at] = child;
        return new Branch(branch.id, branch.present, children);
    }

    /** Whether there is any entry in the range, so that shared nodes are not copied for nothing. */
    private static boolean touches(Node node, int shift, long base, long from, long to) {
        long width = 1L << shift;
        for (int slot = firstSlot(base, width, from); slot < SLOTS && base + slot * width < to; slot++) {
            if (!node.has(slot)) {
                continue;
            }
            if (node instanceof Leaf) {
                return true;
            }
            Node child = ((Branch) node).children[node.position(slot)];
            if (touches(child, shift - BITS, base + slot * width, from, to)) {
                return true;
            }
        }
        return false;
    }

    /** The node itself if it has one parent, else a copy for the parent that is about to change it. */
    private static Node own(MemoryDraft memory, Node node) {
        if (!memory.isShared(node)) {
            return node;
        }
        memory.release(node);
        if (node instanceof Leaf leaf) {
            for (FrameId frame : leaf.frames) {
                memory.retain(frame);
            }
            return new Leaf(memory.newNode(), leaf.present, leaf.frames);
        }
        Branch branch = (Branch) node;
        for (Node child : branch.children) {
            memory.retain(child);
        }
        return new Branch(memory.newNode(), branch.present, branch.children);
    }

    private static void drop(MemoryDraft memory, Node node) {
        if (!memory.release(node)) {
            return;
        }
        if (node instanceof Leaf leaf) {
            for (FrameId frame : leaf.frames) {
                memory.release(frame);
            }
        } else {
            for (Node child : ((Branch) node).children) {
                drop(memory, child);
            }
        }
    }

    private static <T> T[] inserted(T[] array, int at, T element) {
        T[] next = Arrays.copyOf(array, array.length + 1);
        System.arraycopy(array, at, next, at + 1, array.length - at);
        next[at] = element;
        return next;
    }

    private static <T> T[] removed(T[] array, int at) {
        T[] next = Arrays.copyOf(array, array.length - 1);
        System.arraycopy(array, at + 1, next, at, array.length - at - 1);
        return next;
    }
}
