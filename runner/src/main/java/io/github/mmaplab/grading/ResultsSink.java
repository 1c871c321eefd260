package io.github.mmaplab.grading;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.Explained;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.results.ResultsHead;
import io.github.mmaplab.exercise.results.ResultsWriter;
import io.github.mmaplab.exercise.results.VariantKey;
import io.github.mmaplab.explain.ExplanationText;
import io.github.mmaplab.file.Readers;
import io.github.mmaplab.file.WholeFile;
import io.github.mmaplab.scenario.model.Feedback;
import io.github.mmaplab.scenario.model.Variant;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Writes the results of a class, from which it can be graded again. */
final class ResultsSink implements ClassSink {
    private final WholeFile file;
    private final BufferedOutputStream out;
    private final ResultsWriter writer;
    private final Assignment assignment;
    private final Function<Submission, String> written;
    private final Map<String, Variant> variants = new TreeMap<>();

    private ResultsSink(WholeFile file, ResultsHead head, Assignment assignment, Function<Submission, String> written)
            throws IOException {
        this.written = written;
        this.file = file;
        this.out = new BufferedOutputStream(file.out(), 1 << 16);
        this.writer = ResultsWriter.begin(out, head);
        this.assignment = assignment;
    }

    /**
     * Begins to write.
     *
     * @param written a submission as JSON
     * @param readers who may read the file
     */
    static ResultsSink open(
            Path path, ResultsHead head, Assignment assignment, Function<Submission, String> written, Readers readers)
            throws IOException {
        return new ResultsSink(WholeFile.open(path, readers), head, assignment, written);
    }

    @Override
    public void student(StudentGrade grade) throws IOException {
        writer.student(grade, written);
        grade.counted().ifPresent(this::note);
    }

    @Override
    public void unknown(Submission submission) throws IOException {
        writer.unknown(submission);
        note(submission);
    }

    private void note(Submission submission) {
        if (submission.status() == Submission.Status.GRADED) {
            variants.putIfAbsent(submission.code(), submission.variant());
        }
    }

    @Override
    public void end() throws IOException {
        for (Map.Entry<String, Variant> variant : variants.entrySet()) {
            AnswerKey key = assignment.key(variant.getValue());
            writer.variant(VariantKey.of(variant.getKey(), key, explanations(key)));
        }
        writer.end();
        out.flush();
        file.commit();
    }

    private Map<String, String> explanations(AnswerKey key) {
        Map<String, String> explanations = new LinkedHashMap<>();
        if (assignment.exercise().grading().feedback().tells(Feedback.WHY)) {
            key.questions()
                    .forEach((name, question) ->
                            explanations.put(name, ExplanationText.of(Explained.of(key.scenario(), question))));
        }
        return explanations;
    }
}
