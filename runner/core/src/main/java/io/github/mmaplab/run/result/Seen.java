package io.github.mmaplab.run.result;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import java.util.List;

/** What was seen. */
public sealed interface Seen {

    /**
     * Bytes.
     *
     * @param data as many as were expected, fewer if a file ends before, at most a mebibyte; of a whole file also
     *     what follows them, without zero bytes at its end
     * @param firstDifference the position of the first byte that is not as expected, from where the expectation begins;
     *     {@code data} begins there if it does not reach that far from the beginning
     * @param from the position of the first byte of {@code data}, 0 unless that is far away
     * @param endOfFile whether a file ended there
     * @param goesOn whether a whole file goes on after {@code data} with more than zero bytes
     */
    record Bytes(Data data, long firstDifference, long from, boolean endOfFile, boolean goesOn) implements Seen {

        /** Whether a whole file holds the bytes that were expected, {@code length} of them, and then goes on. */
        public boolean isLonger(long length) {
            return !endOfFile && Long.compareUnsigned(firstDifference, length) >= 0;
        }

        /** Whether it goes on so far away that {@code data} holds only that. */
        public boolean isElsewhere(long length) {
            return isLonger(length) && Long.compareUnsigned(from, length) >= 0;
        }
    }

    /**
     * Reading raised a signal.
     *
     * @param place the byte that could not be read, in the scenario's terms
     * @param reason why
     */
    record Fault(Signal signal, SignalCode code, String place, String reason) implements Seen {}

    /** A word or number, as the scenario would write it. */
    record Word(String text) implements Seen {}

    /** In place of bytes: there are none. */
    enum Nothing implements Seen {
        /** Nothing has been read into the register. */
        READ
    }

    /**
     * Two physical pages.
     *
     * @param here at the location
     * @param there at the other one
     */
    record Pages(FrameId here, FrameId there) implements Seen {}

    /** A list of mappings, each row as the scenario would write it. */
    record Mappings(List<String> rows) implements Seen {
        /** Copies the list. */
        public Mappings {
            rows = List.copyOf(rows);
        }
    }
}
