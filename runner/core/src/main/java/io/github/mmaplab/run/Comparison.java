package io.github.mmaplab.run;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.Answer;
import io.github.mmaplab.kernel.Rest;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.run.result.Seen;
import io.github.mmaplab.scenario.model.Content;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares a content with bytes that are read piece by piece, up to the end of the content or of what is read.
 *
 * @param seen the bytes, when they differ
 * @param stopped the outcome of a read that did not succeed
 * @param unknown why it is not known what follows the content, when nothing differs before
 */
record Comparison(Optional<Seen.Bytes> seen, @Nullable Outcome stopped, Optional<String> unknown) {

    /** Where the bytes come from. */
    interface Reader {
        /** Reads up to {@code count} bytes at {@code from}, counted from where the expectation begins. */
        Outcome read(long from, int count);

        /** How they go on at {@code from}; nothing, if they are compared for as long as the content is. */
        default Answer<Optional<Rest>> rest(long from) {
            return new Answer.Known<>(Optional.empty());
        }
    }

    static Comparison of(Content expected, Reader reader) {
        long length = expected.length();
        long done = 0;
        do {
            long left = length - done;
            int count = Long.compareUnsigned(left, Load.MOST_BYTES) < 0 ? (int) left : Load.MOST_BYTES;
            Outcome outcome = reader.read(done, count);
            if (!(outcome instanceof Outcome.Done read)) {
                return new Comparison(Optional.empty(), outcome, Optional.empty());
            }
            int same = common(expected.bytes(done, count), read.data());
            if (same < count) {
                boolean ended = read.data().length() < count;
                Seen.Bytes seen = new Seen.Bytes(read.data(), done + same, done, ended, false);
                return differing(ended || count < left ? seen : GoingOn.after(seen, reader));
            }
            done += count;
            if (done == length) {
                return toTheEnd(read.data(), done - count, reader);
            }
        } while (Long.compareUnsigned(done, length) < 0);
        return new Comparison(Optional.empty(), null, Optional.empty());
    }

    private static Comparison differing(Seen.Bytes seen) {
        return new Comparison(Optional.of(seen), null, Optional.empty());
    }

    /** The result when all bytes of the content are there, the last of them in {@code read}. */
    private static Comparison toTheEnd(Data read, long from, Reader reader) {
        Answer<Optional<Rest>> answer = reader.rest(from + read.length());
        if (answer instanceof Answer.Unknown<Optional<Rest>> unknown) {
            return new Comparison(Optional.empty(), null, Optional.of(unknown.why()));
        }
        Optional<Rest> rest = ((Answer.Known<Optional<Rest>>) answer).value();
        return rest.isEmpty()
                ? new Comparison(Optional.empty(), null, Optional.empty())
                : differing(GoingOn.with(read, from, rest.get(), reader));
    }

    /** Whether the bytes are the expected ones. */
    boolean equal() {
        return seen.isEmpty() && stopped == null && unknown.isEmpty();
    }

    /** How many bytes at the beginning are the same. */
    static int common(byte[] expected, Data data) {
        byte[] actual = data.bytes();
        int same = 0;
        while (same < Math.min(expected.length, actual.length) && expected[same] == actual[same]) {
            same++;
        }
        return same;
    }
}
