package io.github.mmaplab.cli.grade;

import io.github.mmaplab.cli.play.WholeFile;
import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.gradebook.PlainCsv;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Writes a row for each student. */
final class CsvSink implements ClassSink {
    private final WholeFile file;
    private final OutputStream out;
    private final PlainCsv csv;

    private CsvSink(WholeFile file, List<String> questions) throws IOException {
        this.file = file;
        this.out = new BufferedOutputStream(file.out(), 1 << 16);
        this.csv = new PlainCsv(questions);
        write(csv.header());
    }

    static CsvSink open(Path path, List<String> questions) throws IOException {
        return new CsvSink(WholeFile.open(path), questions);
    }

    private void write(String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void student(StudentGrade grade) throws IOException {
        write(csv.row(grade));
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
