package io.github.mmaplab.cli.grade;

import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.json.JsonException;
import io.github.mmaplab.exercise.results.SubmissionJson;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has been graded so far, a line for each file, on disk: a run that is killed takes up where it stopped, and a class
 * of any size needs no more memory than the places of its lines.
 */
final class Journal implements Closeable {
    private final Path path;
    private final RandomAccessFile file;
    /** Where the line of each file is, by the file's name. */
    private final Map<String, Place> places = new LinkedHashMap<>();

    private long end;

    /** A line: where it begins, how long it is, and the hash of the file that it is about. */
    private record Place(long start, int length, String hash) {}

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
            byte[] line = (head + "\n").getBytes(StandardCharsets.UTF_8);
            journal.file.write(line);
            journal.end = line.length;
        }
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
                int length = next.getBytes(StandardCharsets.UTF_8).length;
                try {
                    Submission submission = SubmissionJson.read("journal", next);
                    places.put(submission.file(), new Place(end, length, submission.hash()));
                } catch (JsonException e) {
                    break;
                }
                end += length + 1L;
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

    /** How many files have a line. */
    int size() {
        return places.size();
    }

    /** Whether a file has a line already, and has not changed since. */
    synchronized boolean knows(String name, String hash) {
        Place place = places.get(name);
        return place != null && place.hash().equals(hash);
    }

    /** Adds the line of a file, or another one in place of an older. */
    synchronized void add(Submission submission) throws IOException {
        byte[] line = (SubmissionJson.write(submission) + "\n").getBytes(StandardCharsets.UTF_8);
        file.seek(end);
        file.write(line);
        places.put(submission.file(), new Place(end, line.length - 1, submission.hash()));
        end += line.length;
    }

    /** The line of a file, if there is one. */
    synchronized Optional<Submission> find(String name) throws IOException {
        Place place = places.get(name);
        if (place == null) {
            return Optional.empty();
        }
        byte[] line = new byte[place.length()];
        file.seek(place.start());
        file.readFully(line);
        return Optional.of(SubmissionJson.read("journal", new String(line, StandardCharsets.UTF_8)));
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

    /** The names of files by the student that each says it is of, read once; without a student, under the empty name. */
    Map<String, List<String>> byStudent() throws IOException {
        Map<String, List<String>> names = new HashMap<>();
        for (String name : places.keySet()) {
            Optional<Submission> submission = find(name);
            if (submission.isPresent()) {
                names.computeIfAbsent(submission.get().student(), none -> new ArrayList<>())
                        .add(name);
            }
        }
        return names;
    }
}
