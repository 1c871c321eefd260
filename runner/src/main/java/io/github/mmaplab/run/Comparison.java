package io.github.mmaplab.run;

import io.github.mmaplab.kernel.abi.Data;
import io.github.mmaplab.kernel.abi.Outcome;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.run.result.Seen;
import io.github.mmaplab.scenario.model.Content;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds a content against bytes that are read piece by piece, for as long as the content is.
 *
 * @param seen the bytes, when they differ
 * @param stopped what reading came to instead, when it did not succeed
 */
record Comparison(Optional<Seen.Bytes> seen, @Nullable Outcome stopped) {

    /** Where the bytes come from. */
    interface Reader {
        /** Reads up to {@code count} bytes at {@code from}, counted from where the expectation begins. */
        Outcome read(long from, int count);
    }

    static Comparison of(Content expected, Reader reader) {
        long length = expected.length();
        long done = 0;
        do {
            long left = length - done;
            int count = Long.compareUnsigned(left, Load.MOST_BYTES) < 0 ? (int) left : Load.MOST_BYTES;
            Outcome outcome = reader.read(done, count);
            if (!(outcome instanceof Outcome.Done read)) {
                return new Comparison(Optional.empty(), outcome);
            }
            int same = common(expected.bytes(done, count), read.data());
            if (same < count) {
                boolean ended = read.data().length() < count;
                return new Comparison(Optional.of(new Seen.Bytes(read.data(), done + same, done, ended)), null);
            }
            done += count;
        } while (Long.compareUnsigned(done, length) < 0);
        return new Comparison(Optional.empty(), null);
    }

    /** Whether the bytes are the expected ones. */
    boolean equal() {
        return seen.isEmpty() && stopped == null;
    }

    private static int common(byte[] expected, Data data) {
        byte[] actual = data.bytes();
        int same = 0;
        while (same < Math.min(expected.length, actual.length) && expected[same] == actual[same]) {
            same++;
        }
        return same;
    }
}
