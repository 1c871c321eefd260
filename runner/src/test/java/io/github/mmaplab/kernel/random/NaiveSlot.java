package io.github.mmaplab.kernel.random;

import static io.github.mmaplab.kernel.random.NaiveFile.P;

import io.github.mmaplab.abi.Protection;
import org.jspecify.annotations.Nullable;

/** One page of an address space. */
final class NaiveSlot {
    final boolean shared;
    final boolean mayWrite;
    final @Nullable NaiveFile file;
    final long index;
    Protection protection;
    byte @Nullable [] own;
    boolean inherited = true;
    boolean wiped;
    boolean locked;
    boolean onFault;
    boolean sealed;
    boolean guarded;

    NaiveSlot(Protection protection, boolean shared, boolean mayWrite, @Nullable NaiveFile file, long index) {
        this.protection = protection;
        this.shared = shared;
        this.mayWrite = mayWrite;
        this.file = file;
        this.index = index;
    }

    /** Another page of the same mapping, which has the same page but no guard. */
    NaiveSlot copy(long otherIndex) {
        NaiveSlot copy = new NaiveSlot(protection, shared, mayWrite, file, otherIndex);
        copy.own = own;
        copy.inherited = inherited;
        copy.wiped = wiped;
        copy.locked = locked;
        copy.onFault = onFault;
        copy.sealed = sealed;
        return copy;
    }

    /** The slot of a child. */
    NaiveSlot forked() {
        NaiveSlot child = copy(index);
        child.locked = false;
        child.own = wiped ? null : own;
        child.guarded = guarded && !wiped;
        return child;
    }

    boolean behindTheEnd() {
        return file != null && own == null && !file.reaches(index);
    }

    boolean cannotBeFaultedIn() {
        return guarded || behindTheEnd();
    }

    /** What is to be seen there, if it can be seen; touches nothing. */
    byte peek(int offset) {
        return own != null ? own[offset] : file == null ? 0 : file.peek(index * P + offset);
    }

    /** Whose bytes they are: equal for two slots if they have one frame. Null is the zero page. */
    @Nullable
    Object frame() {
        return own != null ? own : file == null ? null : file.pages.get(index);
    }
}
