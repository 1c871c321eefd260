package io.github.mmaplab.run;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.kernel.Answer;
import io.github.mmaplab.kernel.Rest;
import io.github.mmaplab.run.result.Seen;
import java.util.Arrays;
import java.util.Optional;

/** Shows how a file goes on after the content that was expected of it. */
final class GoingOn {

    private GoingOn() {}

    /** What was seen in place of the content, and what follows it. */
    static Seen.Bytes after(Seen.Bytes seen, Comparison.Reader reader) {
        long end = seen.from() + seen.data().length();
        Optional<Rest> rest = known(reader.rest(end));
        if (rest.isEmpty()) {
            return seen;
        }
        if (!isNear(rest.get(), end)) {
            return new Seen.Bytes(seen.data(), seen.firstDifference(), seen.from(), false, true);
        }
        return joined(seen.data(), seen.from(), rest.get(), seen.firstDifference(), reader);
    }

    /**
     * The file holds the content, and then goes on.
     *
     * @param data the end of the content
     * @param from where it begins
     */
    static Seen.Bytes with(Data data, long from, Rest rest, Comparison.Reader reader) {
        if (isNear(rest, from + data.length())) {
            return joined(data, from, rest, rest.offset(), reader);
        }
        byte[] bytes = withoutZeros(rest.data().bytes());
        return new Seen.Bytes(Data.of(bytes), rest.offset(), rest.offset(), false, goesOn(rest, bytes.length, reader));
    }

    private static Seen.Bytes joined(Data data, long from, Rest rest, long difference, Comparison.Reader reader) {
        byte[] more = withoutZeros(rest.data().bytes());
        int begin = (int) (rest.offset() - from);
        byte[] all = Arrays.copyOf(data.bytes(), begin + more.length);
        System.arraycopy(more, 0, all, begin, more.length);
        return new Seen.Bytes(Data.of(all), difference, from, false, goesOn(rest, more.length, reader));
    }

    private static boolean goesOn(Rest rest, int shown, Comparison.Reader reader) {
        return known(reader.rest(rest.offset() + shown)).isPresent();
    }

    private static boolean isNear(Rest rest, long end) {
        return rest.offset() - end < Rest.MOST_BYTES;
    }

    private static Optional<Rest> known(Answer<Optional<Rest>> answer) {
        return answer instanceof Answer.Known<Optional<Rest>> known ? known.value() : Optional.empty();
    }

    private static byte[] withoutZeros(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) {
            length--;
        }
        return Arrays.copyOf(bytes, length);
    }
}
