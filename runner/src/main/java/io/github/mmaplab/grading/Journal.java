package io.github.mmaplab.grading;

import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.results.SubmissionJson;
import io.github.mmaplab.file.ExclusiveFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What has been graded so far, a line for each file, on disk: a run that is killed takes up where it stopped. A line
 * counts again only for a file of the same name, content and time, under a head that says what else grading depends on.
 * Of a class of any size it keeps in memory where the lines are, and of the first {@value #MOST_KEPT} files what is in
 * them.
 */
final class Journal implements Closeable {
    /** So many submissions are kept, some 5 kB each. */
    private static final int MOST_KEPT = 1 << 14;

    /** So many bytes are written at once. */
    private static final int WRITTEN_AT_ONCE = 1 << 18;

    /** So long a line waits to be written at most: a killed run loses no more work. */
    private static final long LONGEST_WAIT_NANOS = 250_000_000;

    private final ExclusiveFile place;
    private final RandomAccessFile file;
    private final String head;
    private final LongSupplier clock;
    /** Where the line of each file is, by the file's name. */
    private final Map<String, Place> places = new LinkedHashMap<>();
    /** The same for what an earlier run has left, as long as no file has been found that it is about. */
    private final Map<String, Place> earlier = new HashMap<>();

    private final Map<String, JournalLine> kept = new HashMap<>();
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    /** When the first line began to wait that waits. */
    private long waitingSince;

    private int damaged;
    private boolean deleted;

    private long end;

    /** Where the JSON of a line begins, how long it is, and the submission that it is about. */
    private record Place(long start, int length, String hash, Optional<Instant> submitted, String student) {}

    private Journal(ExclusiveFile place, String head, LongSupplier clock) {
        this.place = place;
        this.clock = clock;
        this.file = place.file();
        this.head = head;
    }

    /**
     * Opens a journal, with the lines that are there of an earlier run of the same kind.
     *
     * @param head what the lines depend on besides the files, in ASCII: with another head, a journal is begun anew
     * @param clock by which it knows how long a line has waited
     */
    static Journal open(ExclusiveFile place, String head, LongSupplier clock) throws IOException {
        Journal journal = new Journal(place, head, clock);
        if (!journal.resume()) {
            journal.file.setLength(0);
            journal.file.write((head + "\n").getBytes(StandardCharsets.US_ASCII));
            journal.end = head.length() + 1L;
        }
        return journal;
    }

    /** Takes up the lines of an earlier run; what a killed run left of its last line is written over. */
    private boolean resume() throws IOException {
        InputStream lines = new BufferedInputStream(Channels.newInputStream(file.getChannel()));
        if (!head.equals(line(lines))) {
            return false;
        }
        end = head.length() + 1L;
        for (String next = line(lines); next != null; next = line(lines)) {
            Optional<JournalLine> line = JournalLine.unsealed(head, next);
            line.ifPresent(found -> earlier.put(found.submission().file(), place(found)));
            damaged += line.isPresent() ? 0 : 1;
            end += next.length() + 1L;
        }
        file.setLength(end);
        return true;
    }

    /** The next whole line, a character for each byte, or null if there is none any more. */
    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next != -1; next = in.read()) {
            if (next == '\n') {
                return bytes.toString(StandardCharsets.ISO_8859_1);
            }
            bytes.write(next);
        }
        return null;
    }

    /** Where the line would be that begins at the end. */
    private Place place(JournalLine line) {
        Submission submission = line.submission();
        return new Place(
                end + JournalLine.PREFIX,
                line.json().length(),
                submission.hash(),
                submission.submitted(),
                submission.student());
    }

    /** Whether an earlier run has left anything that has not been taken up. */
    synchronized boolean hasEarlier() {
        return !earlier.isEmpty();
    }

    /** How many lines of an earlier run are not what it wrote. */
    int damaged() {
        return damaged;
    }

    /** Whether an earlier run has graded a file that is the same still. */
    synchronized boolean knows(String name, String hash, Optional<Instant> submitted) {
        Place known = earlier.get(name);
        return known != null
                && !hash.isEmpty()
                && known.hash().equals(hash)
                && known.submitted().equals(submitted);
    }

    /** Takes up what an earlier run made of a file. */
    synchronized void takeUp(String name) {
        Place known = earlier.remove(name);
        if (known == null) {
            throw new IllegalArgumentException("the journal does not know " + name);
        }
        places.put(name, known);
    }

    /** Adds the line of a file. */
    synchronized void add(JournalLine line) throws IOException {
        String name = line.submission().file();
        places.put(name, place(line));
        if (kept.size() < MOST_KEPT) {
            kept.put(name, line);
        }
        end += JournalLine.PREFIX + line.json().length() + 1L;
        if (waiting.size() == 0) {
            waitingSince = clock.getAsLong();
        }
        waiting.writeBytes((line.sealed(head) + "\n").getBytes(StandardCharsets.US_ASCII));
        settle();
    }

    /** Writes what waits, if it is much or waits for long; to be called now and then. */
    synchronized void settle() throws IOException {
        boolean waitsForLong = waiting.size() > 0 && clock.getAsLong() - waitingSince >= LONGEST_WAIT_NANOS;
        if (waiting.size() >= WRITTEN_AT_ONCE || waitsForLong) {
            write();
        }
    }

    private void write() throws IOException {
        file.seek(end - waiting.size());
        file.write(waiting.toByteArray());
        waiting.reset();
    }

    /** What came of a file, which has a line. */
    synchronized Submission find(String name) throws IOException {
        JournalLine known = kept.get(name);
        if (known != null) {
            return known.submission();
        }
        Place found = places.get(name);
        if (found == null) {
            throw new IOException("the journal has lost " + name);
        }
        write();
        byte[] json = new byte[found.length()];
        file.seek(found.start());
        file.readFully(json);
        return SubmissionJson.read("journal", new String(json, StandardCharsets.US_ASCII));
    }

    /** A submission, as {@link #find} gave it, as JSON on one line. */
    @SuppressWarnings("ReferenceEquality") // the very one that was written, not one that is like it
    synchronized String written(Submission submission) {
        JournalLine known = kept.get(submission.file());
        return known != null && known.submission() == submission ? known.json() : SubmissionJson.write(submission);
    }

    /** Whose a file says it is, which has a line; empty, if it does not say. */
    synchronized String student(String name) {
        Place found = places.get(name);
        return found == null ? "" : found.student();
    }

    /** The names of files by the student that each says it is of; of those that say none, under the empty name. */
    Map<String, List<String>> byStudent() {
        Map<String, List<String>> names = new HashMap<>();
        places.forEach((name, found) -> names.computeIfAbsent(found.student(), none -> new ArrayList<>())
                .add(name));
        return names;
    }

    /** Closes it with all that is in it, for the next run. */
    @Override
    public void close() throws IOException {
        if (!deleted) {
            try (place) {
                write();
            }
        }
    }

    /** Removes it: everything that was in it is somewhere else now. */
    void delete() throws IOException {
        deleted = true;
        place.delete();
    }
}
