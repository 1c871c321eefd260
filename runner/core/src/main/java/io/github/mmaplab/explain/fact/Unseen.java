package io.github.mmaplab.explain.fact;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.ProcessId;
import java.util.Optional;

/** An act that one would expect to show at a place, and does not. */
public sealed interface Unseen extends Fact {

    /** Calls the method of {@code visitor} for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each kind. */
    interface Visitor<R> {
        R toCopy(ToCopy fact);

        R passedBy(PassedBy fact);

        R taken(Taken fact);

        R elsewhere(Elsewhere fact);

        R stopped(Stopped fact);

        R pastTheEnd(PastTheEnd fact);

        R notOnDisk(NotOnDisk fact);

        R spared(Spared fact);
    }

    /**
     * Bytes that were written.
     *
     * @param process who stored them; empty for write(2)
     * @param at where: an address, or a position in the file
     * @param file the file written to; empty for private memory
     */
    record Bytes(Optional<ProcessId> process, long at, Data data, Optional<FileId> file) {}

    /** The store went to a private page that the place asked about does not have. */
    record ToCopy(int act, Bytes bytes, Stored where) implements Unseen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.toCopy(this);
        }
    }

    /**
     * The bytes went to the page of the file, while the place asked about had a private page.
     *
     * @param reader whose memory the place is in
     * @param address the beginning of the page there
     */
    record PassedBy(int act, Bytes bytes, Page.OfFile to, ProcessId reader, long address, Page.Own own)
            implements Unseen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.passedBy(this);
        }
    }

    /**
     * The bytes were at the place, until a later act took them away.
     *
     * @param by the later act
     */
    record Taken(int act, Bytes bytes, int by) implements Unseen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.taken(this);
        }
    }

    /**
     * The store was to a place of the same name, when the name meant other memory.
     *
     * @param by the act after which that memory is not mapped there any more; empty if it still is
     */
    record Elsewhere(int act, Bytes bytes, Optional<Integer> by) implements Unseen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.elsewhere(this);
        }
    }

    /** A signal stopped the store before it reached the place. */
    record Stopped(int act, Bytes bytes, long stored, Deed.Stop stop) implements Unseen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stopped(this);
        }
    }

    /**
     * The bytes went past the end of the file, into its last page.
     *
     * @param size of the file then
     */
    record PastTheEnd(int act, Bytes bytes, FileId file, long size) implements Unseen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pastTheEnd(this);
        }
    }

    /** The bytes are in the file's page in memory, and never reached the disk. */
    record NotOnDisk(int act, Bytes bytes, Page.OfFile page) implements Unseen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.notOnDisk(this);
        }
    }

    /**
     * The act might have taken away what is seen, and left it.
     *
     * @param file the file that was cut, punched or unlinked, or whose memory was given up
     * @param offset for a cut the new end, for a hole its beginning
     */
    record Spared(int act, Why why, Optional<FileId> file, long offset, Optional<Page> page) implements Unseen {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.spared(this);
        }
    }

    /** What kept it. */
    enum Why {
        /** A cut leaves a private page alone whose page of the file is not wholly past the new end. */
        CUT_KEEPS_PARTIAL_COPY,
        /** A hole is punched into the file, and a private page is none of its. */
        PUNCH_KEEPS_COPY,
        /** What is given up is found again in the file. */
        GIVEN_UP_MEMORY_SHOWS_FILE,
        /** A file without a name lives on. */
        UNLINKED_FILE_LIVES
    }
}
