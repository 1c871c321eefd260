package io.github.mmaplab.cli.grade;

import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.results.SubmissionJson;
import io.github.mmaplab.json.JsonException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has been graded so far, a line for each file, on disk: a run that is killed takes up where it stopped. Of a class
 * of any size it keeps in memory where the lines are, and of the first {@value #MOST_KEPT} files what is in them.
 */
final class Journal implements Closeable {
    /** So many submissions are kept, some 5 kB each. */
    private static final int MOST_KEPT = 1 << 14;

    /** So many bytes are written at once; a killed run loses no more. */
    private static final int WRITTEN_AT_ONCE = 1 << 16;

    private final Path path;
    private final RandomAccessFile file;
    /** Where the line of each file is, by the file's name. */
    private final Map<String, Place> places = new LinkedHashMap<>();

    private final Map<String, Line> kept = new HashMap<>();
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    /** How many lines there were at the beginning. */
    private int earlier;

    private long end;

    /** Where a line begins, how long it is, and the hash of the file and the student that it is about. */
    private record Place(long start, int length, String hash, String student) {}

    /** A submission, and the text of its line. */
    record Line(Submission submission, String json) {}

    private Journal(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Opens a journal, with the lines that are there of an earlier run of the same kind.
     *
     * @param head what the lines depend on besides the files: with another head, an older journal is begun anew
     */
    static Journal open(Path path, String head) throws IOException {
        Journal journal = new Journal(path, new RandomAccessFile(path.toFile(), "rw"));
        if (!journal.resume(head)) {
            journal.file.setLength(0);
            journal.places.clear();
            journal.kept.clear();
            byte[] line = (head + "\n").getBytes(StandardCharsets.UTF_8);
            journal.file.write(line);
            journal.end = line.length;
        }
        journal.earlier = journal.places.size();
        return journal;
    }

    /** Takes up the lines of an earlier run; what a killed run left of its last line is written over. */
    private boolean resume(String head) throws IOException {
        try (InputStream lines = new BufferedInputStream(Files.newInputStream(path))) {
            String first = line(lines);
            if (first == null || !first.equals(head)) {
                return false;
            }
            end = head.getBytes(StandardCharsets.UTF_8).length + 1L;
            for (String next = line(lines); next != null; next = line(lines)) {
                try {
                    note(new Line(SubmissionJson.read("journal", next), next));
                } catch (JsonException e) {
                    break;
                }
            }
        }
        file.setLength(end);
        return true;
    }

    /** The next whole line, or null if there is none any more. */
    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next != -1; next = in.read()) {
            if (next == '\n') {
                return bytes.toString(StandardCharsets.UTF_8);
            }
            bytes.write(next);
        }
        return null;
    }

    /** Notes where a line stands, which is ASCII. */
    private void note(Line line) {
        Submission submission = line.submission();
        places.put(submission.file(), new Place(end, line.json().length(), submission.hash(), submission.student()));
        if (kept.size() < MOST_KEPT) {
            kept.put(submission.file(), line);
        } else {
            kept.remove(submission.file());
        }
        end += line.json().length() + 1L;
    }

    /** Whether an earlier run has left anything. */
    boolean isResumed() {
        return earlier > 0;
    }

    /** Whether a file has a line already, and has not changed since. */
    synchronized boolean knows(String name, String hash) {
        Place place = places.get(name);
        return place != null && place.hash().equals(hash);
    }

    /** Adds the line of a file, or another one in place of an older. */
    synchronized void add(Line line) throws IOException {
        note(line);
        waiting.writeBytes((line.json() + "\n").getBytes(StandardCharsets.US_ASCII));
        if (waiting.size() >= WRITTEN_AT_ONCE) {
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
        return line(name).submission();
    }

    private Line line(String name) throws IOException {
        Line known = kept.get(name);
        if (known != null) {
            return known;
        }
        Place place = places.get(name);
        if (place == null) {
            throw new IOException("the journal has lost " + name);
        }
        write();
        byte[] line = new byte[place.length()];
        file.seek(place.start());
        file.readFully(line);
        String json = new String(line, StandardCharsets.US_ASCII);
        return new Line(SubmissionJson.read("journal", json), json);
    }

    /** A submission, as {@link #find} gave it, as JSON on one line. */
    @SuppressWarnings("ReferenceEquality") // the very one that was written, not one that is like it
    synchronized String written(Submission submission) {
        Line known = kept.get(submission.file());
        return known != null && known.submission() == submission ? known.json() : SubmissionJson.write(submission);
    }

    /** The names of files by the student that each says it is of; of those that say none, under the empty name. */
    Map<String, List<String>> byStudent() {
        Map<String, List<String>> names = new HashMap<>();
        places.forEach((name, place) -> names.computeIfAbsent(place.student(), none -> new ArrayList<>())
                .add(name));
        return names;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Removes it: everything that was in it is somewhere else now. */
    void delete() throws IOException {
        file.close();
        Files.deleteIfExists(path);
    }
}
