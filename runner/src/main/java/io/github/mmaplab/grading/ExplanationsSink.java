package io.github.mmaplab.grading;

import io.github.mmaplab.exercise.csv.CsvText;
import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.file.Readers;
import io.github.mmaplab.file.WholeFile;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Writes the answers that a person reads, a row for each. */
final class ExplanationsSink implements ClassSink {
    private final WholeFile file;
    private final Writer out;
    private final List<String> questions;

    private ExplanationsSink(WholeFile file, List<String> questions) throws IOException {
        this.file = file;
        this.out = new BufferedWriter(new OutputStreamWriter(file.out(), StandardCharsets.UTF_8));
        this.questions = List.copyOf(questions);
        row("id", "name", "group", "question", "words");
    }

    /**
     * Begins a file.
     *
     * @param questions those whose answers a person reads
     */
    static ExplanationsSink open(Path path, List<String> questions, Readers readers) throws IOException {
        return new ExplanationsSink(WholeFile.open(path, readers), questions);
    }

    @Override
    public void student(StudentGrade grade) throws IOException {
        for (String question : questions) {
            PredictedAnswer answer = grade.counted()
                    .map(Submission::answers)
                    .map(answers -> answers.get(question))
                    .orElse(null);
            if (answer != null && !(answer instanceof PredictedAnswer.Nothing)) {
                row(grade.student(), grade.name(), grade.group(), question, words(answer));
            }
        }
    }

    /** What was written, whether or not it has a meaning in YAML. */
    private static String words(PredictedAnswer answer) {
        return answer instanceof PredictedAnswer.Text text
                ? text.text()
                : answer.span().text();
    }

    private void row(String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            out.append(i == 0 ? "" : ",").append(CsvText.cell(cells[i]));
        }
        out.append("\r\n");
    }

    @Override
    public void unknown(Submission submission) {
        // Without a student there is no row.
    }

    @Override
    public void end() throws IOException {
        out.flush();
        file.commit();
    }
}
