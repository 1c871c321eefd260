package io.github.mmaplab.grading;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.results.ResultsHead;
import io.github.mmaplab.exercise.results.ResultsReader;
import io.github.mmaplab.file.ExclusiveFile;
import io.github.mmaplab.file.Readers;
import io.github.mmaplab.scenario.model.Feedback;
import io.github.mmaplab.scenario.model.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The files that the results of a class are written to.
 *
 * @param out the folder of the results; null if they are not kept
 * @param feedbackTo the folder of the files with feedback; null if there are none
 * @param level what students see
 * @param minimum the summary of the class gives no figure for fewer students
 * @param readers who may read the files
 */
public record ClassFiles(@Nullable Path out, @Nullable Path feedbackTo, Feedback level, int minimum, Readers readers) {
    private static final String RESULTS = "results.json";

    private static final String CANVAS = "canvas.csv";

    private static final String EXPLANATIONS = "explanations.csv";

    private static final List<String> WRITTEN = List.of(
            RESULTS, "grades.csv", CANVAS, "class.html", "class.csv", "misconceptions.csv", "class.json", EXPLANATIONS);

    private static final String JOURNAL = ".mmaplab-grading";

    /** The name of the file in the folder of the results that would overwrite this one; empty if none would. */
    public static Optional<String> overwriting(Path file, Path out) {
        return WRITTEN.stream().filter(name -> areOne(file, out.resolve(name))).findFirst();
    }

    private static boolean areOne(Path one, Path other) {
        try {
            return Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    /** The exercise whose results are in a folder; empty if there are none. */
    public static Optional<String> exercise(Path out) {
        return ResultsReader.exercise(out.resolve(RESULTS));
    }

    /** Where the gradebook of Canvas is written in a folder. */
    public static Path canvas(Path out) {
        return out.resolve(CANVAS);
    }

    /**
     * Locks the folder of the results with the file for a journal, which is removed if it stays empty; empty if another
     * process is writing to the folder.
     */
    public Optional<ExclusiveFile> lock() throws IOException {
        Path place = out == null ? Files.createTempFile("mmaplab", ".journal") : out.resolve(JOURNAL);
        Optional<ExclusiveFile> journal = ExclusiveFile.open(place, readers);
        if (out == null) {
            journal.ifPresent(ExclusiveFile::forgetName);
        }
        return journal;
    }

    /**
     * Begins to write the files.
     *
     * @param written a submission as JSON
     */
    List<ClassSink> open(ResultsHead head, Assignment assignment, Function<Submission, String> written)
            throws IOException {
        List<ClassSink> sinks = new ArrayList<>();
        if (out != null) {
            sinks.add(ResultsSink.open(out.resolve(RESULTS), head, assignment, written, readers));
            AnswerKey key = assignment.key(assignment.variant(0));
            List<String> questions = List.copyOf(key.questions().keySet());
            List<String> read = key.scenario().questions().stream()
                    .filter(question -> question.judge() == Question.Judge.READER)
                    .map(question -> question.info().name())
                    .toList();
            if (!read.isEmpty()) {
                sinks.add(ExplanationsSink.open(out.resolve(EXPLANATIONS), read, readers));
            }
            sinks.add(CsvSink.open(out.resolve("grades.csv"), questions, readers));
            sinks.add(new ClassSummarySink(out, head, assignment, minimum, readers));
        }
        if (feedbackTo != null) {
            sinks.add(new FeedbackFiles(feedbackTo, assignment, level, readers));
        }
        return sinks;
    }
}
