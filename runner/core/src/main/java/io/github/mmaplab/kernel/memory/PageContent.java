package io.github.mmaplab.kernel.memory;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.Fingerprint;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one physical page: immutable, and kept in chunks so that a store copies the chunks that it touches and
 * not the page. A chunk that was never stored to is not there, and reads as zeros.
 */
public final class PageContent {

    private static final int CHUNK = 256;
    /** For each byte the chunk that has no other: what is filled with one byte takes no room of its own. */
    private static final byte[][] UNIFORM = new byte[1 << Byte.SIZE][CHUNK];

    static {
        for (int value = 0; value < UNIFORM.length; value++) {
            Arrays.fill(UNIFORM[value], (byte) value);
        }
    }

    private static final byte[] ZEROS = UNIFORM[0];

    private final byte[][] chunks;

    private PageContent(byte[][] chunks) {
        this.chunks = chunks;
    }

    /**
     * A page of zeros.
     *
     * @param size in bytes, a multiple of 256
     */
    public static PageContent zeros(int size) {
        byte[][] chunks = new byte[size / CHUNK][];
        Arrays.fill(chunks, ZEROS);
        return new PageContent(chunks);
    }

    /** The page with {@code count} bytes of {@code data}, from position {@code from} on, at {@code offset}. */
    public PageContent with(int offset, Data data, long from, int count) {
        byte[][] next = chunks.clone();
        int done = 0;
        while (done < count) {
            int index = (offset + done) / CHUNK;
            int within = (offset + done) % CHUNK;
            int part = Math.min(count - done, CHUNK - within);
            next[index] = part == CHUNK && data.repeats().isPresent()
                    ? UNIFORM[Byte.toUnsignedInt(data.repeats().get())]
                    : chunk(next[index], data, from + done, within, part);
            done += part;
        }
        return new PageContent(next);
    }

    private static byte[] chunk(byte[] before, Data data, long from, int within, int count) {
        byte[] chunk = before.clone();
        data.copy(from, chunk, within, count);
        return chunk;
    }

    /** The page with zeros in {@code count} bytes at {@code offset}. */
    public PageContent withZeros(int offset, int count) {
        return isZero(offset, count) ? this : with(offset, Data.repeated((byte) 0, count), 0, count);
    }

    /** Copies {@code count} bytes at {@code offset} into {@code target}. */
    public void copy(int offset, byte[] target, int at, int count) {
        int done = 0;
        while (done < count) {
            int within = (offset + done) % CHUNK;
            int part = Math.min(count - done, CHUNK - within);
            System.arraycopy(chunks[(offset + done) / CHUNK], within, target, at + done, part);
            done += part;
        }
    }

    /** Where the first byte at or after {@code offset} is that is not zero; -1 if there is none. */
    public int nonZero(int offset) {
        for (int i = offset / CHUNK; i < chunks.length; i++) {
            if (chunks[i] == ZEROS) {
                continue;
            }
            for (int at = Math.max(offset, i * CHUNK); at < (i + 1) * CHUNK; at++) {
                if (chunks[i][at % CHUNK] != 0) {
                    return at;
                }
            }
        }
        return -1;
    }

    /** The fingerprint of its bytes. */
    public long fingerprint() {
        long sum = 0;
        for (int i = 0; i < chunks.length; i++) {
            if (chunks[i] != ZEROS) {
                sum += Fingerprint.ofPart(chunks[i], i * CHUNK);
            }
        }
        return sum;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PageContent that && Arrays.deepEquals(chunks, that.chunks);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(fingerprint());
    }

    private boolean isZero(int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            if (chunks[i / CHUNK][i % CHUNK] != 0) {
                return false;
            }
        }
        return true;
    }
}
