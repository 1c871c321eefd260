package io.github.mmaplab.cli.grade;

import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Several sinks, which are told of the same students at the same time: each of them in order, and by one thread at a
 * time. Writing what came of a class takes as long as grading it, and would else be done on one core.
 */
final class SinksAtOnce implements ClassSink {
    /** So many students are told at once: enough that the threads have work, and few enough to be kept. */
    private static final int BATCH = 512;

    private final List<ClassSink> sinks;
    private final List<StudentGrade> batch = new ArrayList<>(BATCH);

    SinksAtOnce(List<ClassSink> sinks) {
        this.sinks = List.copyOf(sinks);
    }

    @Override
    public void student(StudentGrade grade) throws IOException {
        batch.add(grade);
        if (batch.size() == BATCH) {
            tell();
        }
    }

    @Override
    public void unknown(Submission submission) throws IOException {
        tell();
        for (ClassSink sink : sinks) {
            sink.unknown(submission);
        }
    }

    @Override
    public void end() throws IOException {
        tell();
        for (ClassSink sink : sinks) {
            sink.end();
        }
    }

    private void tell() throws IOException {
        try {
            sinks.parallelStream().forEach(sink -> tell(sink, batch));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        batch.clear();
    }

    private static void tell(ClassSink sink, List<StudentGrade> batch) {
        try {
            for (StudentGrade grade : batch) {
                sink.student(grade);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
