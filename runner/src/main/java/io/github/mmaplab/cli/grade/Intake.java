package io.github.mmaplab.cli.grade;

import io.github.mmaplab.cli.grade.PredictionFiles.Handed;
import io.github.mmaplab.cli.play.InOrder;
import io.github.mmaplab.cli.play.Progress;
import io.github.mmaplab.exercise.Sha256;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.grade.SubmissionGrader;
import io.github.mmaplab.exercise.grade.SubmissionTimes;
import io.github.mmaplab.exercise.results.SubmissionJson;
import io.github.mmaplab.scenario.PredictionReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Grades files, several at once, and writes what comes of them into the journal. */
final class Intake implements InOrder.Work<Handed, Optional<Journal.Line>>, InOrder.Sink<Optional<Journal.Line>> {
    private static final int MOST_GRADES = 1 << 13;

    private final SubmissionGrader grader;
    private final SubmissionTimes times;
    private final Journal journal;
    private final Progress progress;
    private final Map<Graded, String> grades = Collections.synchronizedMap(new IdentityHashMap<>());
    private int resumed;

    private Intake(SubmissionGrader grader, SubmissionTimes times, Journal journal, Progress progress) {
        this.grader = grader;
        this.times = times;
        this.journal = journal;
        this.progress = progress;
    }

    /** Grades what the journal does not know yet; returns how many files it knew. */
    static int all(
            List<Handed> files,
            SubmissionGrader grader,
            SubmissionTimes times,
            Journal journal,
            int jobs,
            Progress progress) {
        Intake intake = new Intake(grader, times, journal, progress);
        progress.begin("grading", files.size());
        InOrder.each(files, jobs, intake, intake);
        progress.clear();
        return intake.resumed;
    }

    /** What came of a file; empty, if the journal knows. */
    @Override
    public Optional<Journal.Line> of(Handed file) {
        if (journal.isResumed() && journal.knows(file.name(), hash(file))) {
            return Optional.empty();
        }
        return Optional.of(line(grader.grade(file.path(), file.name(), times.of(file.name(), file.modified()))));
    }

    private Journal.Line line(Submission submission) {
        return new Journal.Line(submission, SubmissionJson.write(submission, this::grade));
    }

    /** Students who give the same answers share what came of them, and its text. */
    private String grade(Graded graded) {
        String known = grades.get(graded);
        if (known == null) {
            known = SubmissionJson.grade(graded);
            if (grades.size() < MOST_GRADES) {
                grades.put(graded, known);
            }
        }
        return known;
    }

    private static String hash(Handed file) {
        try (InputStream in = Files.newInputStream(file.path())) {
            return Sha256.of(ByteBuffer.wrap(in.readNBytes(PredictionReader.LARGEST_FILE + 1)));
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public boolean take(Optional<Journal.Line> line) {
        try {
            if (line.isPresent()) {
                journal.add(line.get());
            } else {
                resumed++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.step();
        return true;
    }

    @Override
    public void waiting() {
        progress.show();
    }
}
