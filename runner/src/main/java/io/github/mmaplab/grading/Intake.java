package io.github.mmaplab.grading;

import io.github.mmaplab.answer.VariantException;
import io.github.mmaplab.exercise.Sha256;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.grade.SubmissionGrader;
import io.github.mmaplab.exercise.grade.SubmissionTimes;
import io.github.mmaplab.exercise.results.SubmissionJson;
import io.github.mmaplab.parallel.InOrder;
import io.github.mmaplab.scenario.PredictionReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Grades files, several at once, and writes what comes of them into the journal. */
final class Intake implements InOrder.Work<Handed, Intake.Result>, InOrder.Sink<Intake.Result> {
    private static final int MOST_TEXTS = 1 << 13;

    private final SubmissionGrader grader;
    private final SubmissionTimes times;
    private final Journal journal;
    private final Map<Graded, SubmissionJson.Shared> texts = Collections.synchronizedMap(new IdentityHashMap<>());
    private int resumed;

    private Intake(SubmissionGrader grader, SubmissionTimes times, Journal journal) {
        this.grader = grader;
        this.times = times;
        this.journal = journal;
    }

    /** Grades what the journal does not know yet; returns how many files it knew. */
    static int all(
            List<Handed> files,
            SubmissionGrader grader,
            SubmissionTimes times,
            Journal journal,
            int jobs,
            InOrder.Progress progress) {
        Intake intake = new Intake(grader, times, journal);
        InOrder.each("grading", files, jobs, intake, intake, progress);
        return intake.resumed;
    }

    /** What came of a file: a line for the journal; none, if it has one of an earlier run. */
    record Result(String name, Optional<JournalLine> line) {}

    @Override
    public Result of(Handed file) {
        Optional<Instant> submitted = times.of(file.name(), file.modified());
        if (journal.hasEarlier() && journal.knows(file.name(), hash(file), submitted)) {
            return new Result(file.name(), Optional.empty());
        }
        return result(grader.grade(file.path(), file.name(), submitted));
    }

    /** A file that this program can't cope with: whoever wrote it does not keep the others from being graded. */
    @Override
    public Result failed(Handed file, RuntimeException problem) {
        if (problem instanceof VariantException) {
            throw problem;
        }
        String line = file.name() + ": grading this file failed with " + problem
                + ", which is a bug in mmaplab: report it with the file";
        return result(Submission.unreadable(file.name(), times.of(file.name(), file.modified()), line));
    }

    private Result result(Submission submission) {
        return new Result(submission.file(), Optional.of(line(submission)));
    }

    /** Students who give the same answers share what came of them, and its text. */
    private JournalLine line(Submission submission) {
        Optional<Graded> graded = submission.graded();
        SubmissionJson.Shared shared = graded.map(texts::get).orElse(null);
        if (shared == null) {
            shared = SubmissionJson.Shared.of(submission);
            if (graded.isPresent() && texts.size() < MOST_TEXTS) {
                texts.put(graded.get(), shared);
            }
        }
        return new JournalLine(submission, SubmissionJson.write(submission, shared));
    }

    private static String hash(Handed file) {
        try (InputStream in = Files.newInputStream(file.path())) {
            return Sha256.of(ByteBuffer.wrap(in.readNBytes(PredictionReader.LARGEST_FILE + 1)));
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void take(Result result) {
        try {
            if (result.line().isPresent()) {
                journal.add(result.line().get());
            } else {
                journal.takeUp(result.name());
                resumed++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void waiting() {
        try {
            journal.settle();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
