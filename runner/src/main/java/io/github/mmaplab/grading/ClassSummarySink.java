package io.github.mmaplab.grading;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.classroom.ClassStatistics;
import io.github.mmaplab.exercise.classroom.ClassSummary;
import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.results.ResultsHead;
import io.github.mmaplab.file.Readers;
import io.github.mmaplab.file.WholeFile;
import io.github.mmaplab.gradebook.ClassCsv;
import io.github.mmaplab.gradebook.ClassJson;
import io.github.mmaplab.gradebook.ClassPage;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the summary of a class: a page, tables and JSON. */
final class ClassSummarySink implements ClassSink {
    private final Path folder;
    private final ResultsHead head;
    private final Assignment assignment;
    private final ClassStatistics statistics;
    private final Readers readers;

    ClassSummarySink(Path folder, ResultsHead head, Assignment assignment, int minimum, Readers readers) {
        this.folder = folder;
        this.head = head;
        this.assignment = assignment;
        this.readers = readers;
        this.statistics = new ClassStatistics(minimum);
    }

    @Override
    public void student(StudentGrade grade) {
        statistics.add(grade);
    }

    @Override
    public void unknown(Submission submission) {
        statistics.addUnknown();
    }

    @Override
    public void end() throws IOException {
        ClassSummary summary = statistics.summary();
        write("class.html", ClassPage.of(head, summary, assignment));
        write("class.csv", ClassCsv.questions(summary));
        write("misconceptions.csv", ClassCsv.misconceptions(summary));
        write("class.json", ClassJson.of(head, summary));
    }

    private void write(String name, String text) throws IOException {
        WholeFile.write(folder.resolve(name), text, readers);
    }
}
