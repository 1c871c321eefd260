package io.github.mmaplab.grading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.play.Progress;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.VariantSecret;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.grade.SubmissionGrader;
import io.github.mmaplab.exercise.grade.SubmissionTimes;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.file.ExclusiveFile;
import io.github.mmaplab.file.Readers;
import io.github.mmaplab.scenario.ExerciseReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
    private static final String EXERCISE = """
            exercise: A store
            processes: { a: { p: { sharing: private } } }
            steps: [ write: { a.p: hello } ]
            ask: { sees: a.p }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private Handed handed(String name, Path path) {
        return new Handed(path, name, Instant.EPOCH, 1);
    }

    private Handed prediction(String student) throws IOException {
        String name = student + ".prediction.yaml";
        return handed(
                name,
                Files.writeString(
                        folder.resolve(name), "exercise: cow\nstudent: " + student + "\nanswers: { sees: hello }\n"));
    }

    /** A file that whatever looks at it fails, and not with what files are expected to fail with. */
    private Handed failing() throws IOException {
        Path zip = folder.resolve("closed.zip");
        try (FileSystem closed = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            return handed("s2.prediction.yaml", closed.getPath("/s2.prediction.yaml"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_file_that_makes_grading_fail_does_not_keep_others_from_being_graded(int jobs) throws IOException {
        ExerciseReader.Result read =
                ExerciseReader.read("cow.exercise.yaml", EXERCISE.getBytes(StandardCharsets.UTF_8));
        Assignment assignment = Assignment.of("cow.exercise.yaml", read, VariantSecret.NONE);
        SubmissionGrader grader = new SubmissionGrader(assignment, new Roster(List.of()));
        List<Handed> files = List.of(prediction("s1"), failing(), prediction("s3"));
        Path place = folder.resolve("journal");
        try (Journal journal =
                Journal.open(ExclusiveFile.open(place, Readers.ALL).orElseThrow(), "head", System::nanoTime)) {
            Intake.all(
                    files, grader, SubmissionTimes.ofFiles(), journal, jobs, new Progress(Host.ofThisProcess(), false));
            List<Submission.Status> statuses = new ArrayList<>();
            for (Handed file : files) {
                statuses.add(journal.find(file.name()).status());
            }
            assertThat(statuses)
                    .containsExactly(Submission.Status.GRADED, Submission.Status.UNREADABLE, Submission.Status.GRADED);
            assertThat(journal.find("s2.prediction.yaml").problems().get(0))
                    .startsWith("s2.prediction.yaml: grading this file failed with ")
                    .contains("ClosedFileSystemException", "a bug in mmaplab");
        }
    }

    @Test
    void no_line_waits_for_longer_than_a_second_to_be_written() throws IOException {
        AtomicLong now = new AtomicLong();
        Path place = folder.resolve("journal");
        ExclusiveFile file = ExclusiveFile.open(place, Readers.ALL).orElseThrow();
        try (Journal journal = Journal.open(file, "head", now::get)) {
            journal.add(JournalLine.of(Submission.unreadable("s1.prediction.yaml", Optional.empty(), "none")));
            journal.settle();
            assertThat(Files.readAllLines(place)).as("lines are gathered").hasSize(1);
            now.addAndGet(1_000_000_000);
            journal.settle();
            assertThat(Files.readAllLines(place)).hasSize(2);
        }
    }
}
