package io.github.mmaplab.explain;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.run.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bytes in a few words: text in quotes, or hexadecimal, and how many zeros. */
final class ShownBytes {

    private static final int LONGEST = 1 << 20;
    /** Fewer zeros than this between other bytes are shown with them. */
    private static final int FEW = 4;

    private static final int MOST_RUNS = 4;

    private ShownBytes() {}

    /** {@code "hello" and 3 zero bytes}. */
    static String of(Data data) {
        if (data.repeats().isPresent() || data.length() > LONGEST) {
            return Bytes.brief(data, 0, 0);
        }
        byte[] all = data.bytes();
        List<String> runs = new ArrayList<>();
        int at = 0;
        while (at < all.length && runs.size() <= MOST_RUNS) {
            int zeros = zeros(all, at);
            boolean enough = isRun(all, at, zeros);
            int end = enough ? zeros : nextRun(all, at);
            runs.add(
                    enough
                            ? Counted.of(end - at, "zero byte")
                            : Bytes.brief(Data.of(Arrays.copyOfRange(all, at, end)), 0, 0));
            at = end;
        }
        return runs.isEmpty() || runs.size() > MOST_RUNS ? Bytes.brief(data, 0, 0) : Names.list(runs);
    }

    /** Where the zeros that begin at {@code from} end. */
    private static int zeros(byte[] bytes, int from) {
        int end = from;
        while (end < bytes.length && bytes[end] == 0) {
            end++;
        }
        return end;
    }

    private static boolean isRun(byte[] bytes, int from, int end) {
        return end > from && (end == bytes.length || end - from >= FEW);
    }

    /** Where the next run of zeros after {@code from} begins. */
    private static int nextRun(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length) {
            int end = zeros(bytes, at);
            if (isRun(bytes, at, end)) {
                return at;
            }
            at = Math.max(end, at + 1);
        }
        return at;
    }
}
