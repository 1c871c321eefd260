package io.github.mmaplab.grading;

import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.file.Readers;
import io.github.mmaplab.file.WholeFile;
import io.github.mmaplab.gradebook.PlainCsv;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Writes a row for each student. */
final class CsvSink implements ClassSink {
    private final WholeFile file;
    private final Writer out;
    private final PlainCsv csv;

    private CsvSink(WholeFile file, List<String> questions) throws IOException {
        this.file = file;
        this.out = new BufferedWriter(new OutputStreamWriter(file.out(), StandardCharsets.UTF_8));
        this.csv = PlainCsv.begin(out, questions);
    }

    static CsvSink open(Path path, List<String> questions, Readers readers) throws IOException {
        return new CsvSink(WholeFile.open(path, readers), questions);
    }

    @Override
    public void student(StudentGrade grade) throws IOException {
        csv.student(grade);
    }

    @Override
    public void unknown(Submission submission) {
        // Nobody is known who could have a row.
    }

    @Override
    public void end() throws IOException {
        out.flush();
        file.commit();
    }
}
