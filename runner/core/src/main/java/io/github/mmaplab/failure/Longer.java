package io.github.mmaplab.failure;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.run.Bytes;
import io.github.mmaplab.run.result.Expected;
import io.github.mmaplab.run.result.Seen;

/** A whole file that holds what was expected of it, and more. */
final class Longer {
    private final Data wanted;
    private final Seen.Bytes seen;

    private Longer(Data wanted, Seen.Bytes seen) {
        this.wanted = wanted;
        this.seen = seen;
    }

    /** What was seen in place of the first of the contents. */
    static Longer of(Expected.Content expected, Seen.Bytes seen) {
        return new Longer(expected.choices().get(0), seen);
    }

    /** Whether the file holds the content, and then goes on. */
    boolean isLonger() {
        return seen.isLonger(wanted.length());
    }

    /** Whether what it holds beside the content is too far away to be shown together with it. */
    boolean isElsewhere() {
        return seen.isElsewhere(wanted.length());
    }

    /** What else it holds: {@code "BBBB" at offset 4096}. */
    String what() {
        return Bytes.brief(seen.data(), seen.from(), seen.from()).replaceFirst("^\\.\\.\\.", "")
                + (seen.goesOn() ? "..." : "") + " at offset " + seen.firstDifference();
    }

    /** That it goes on, and how far as it is known. */
    String words() {
        long more = seen.from() + seen.data().length() - seen.firstDifference();
        return "the file continues here"
                + (seen.goesOn() ? "" : ", with " + more + " more " + (more == 1 ? "byte" : "bytes"));
    }

    /** How a scenario looks at the content's place alone. */
    static String help(String place) {
        return "help: the whole file is compared; write `" + place + "+0` to compare only its beginning";
    }
}
