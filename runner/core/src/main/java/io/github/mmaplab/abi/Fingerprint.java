package io.github.mmaplab.abi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A number that two pages have in common if they hold the same bytes, and almost never if they do not: the sum, over the
 * words of 8 bytes that are not zero, of the mixed word and position. What is zero costs next to nothing.
 */
public final class Fingerprint {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Fingerprint() {}

    /**
     * What a part of a page adds to the page's fingerprint.
     *
     * @param bytes a multiple of 8
     * @param offset where the part begins in the page, a multiple of 8
     */
    public static long ofPart(byte[] bytes, int offset) {
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long sum = 0;
        for (int at = 0; at < bytes.length; at += Long.BYTES) {
            sum += ofWord((offset + at) / Long.BYTES, words.getLong(at));
        }
        return sum;
    }

    private static long ofWord(int index, long word) {
        if (word == 0) {
            return 0;
        }
        long mixed = word + GOLDEN * (index + 1);
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
