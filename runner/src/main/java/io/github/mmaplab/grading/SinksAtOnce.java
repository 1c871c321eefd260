package io.github.mmaplab.grading;

import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.jspecify.annotations.Nullable;

/**
 * Several sinks, which are told of the same students at the same time: each of them in order, and by one thread at a
 * time. Writing what came of a class takes as long as grading it, and would else be done on one core.
 */
final class SinksAtOnce implements ClassSink {
    /** So many students are told at once: enough that the threads have work, and few enough to be kept. */
    private static final int BATCH = 512;

    private final List<ClassSink> sinks;
    private List<StudentGrade> batch = new ArrayList<>(BATCH);
    /** The batch that the sinks receive while the next one is made. */
    private @Nullable ForkJoinTask<?> before;

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
        tellAll();
        for (ClassSink sink : sinks) {
            sink.unknown(submission);
        }
    }

    @Override
    public void end() throws IOException {
        tellAll();
        for (ClassSink sink : sinks) {
            sink.end();
        }
    }

    /** Waits for the batch before, and begins with this one. */
    private void tell() throws IOException {
        await();
        List<StudentGrade> full = batch;
        batch = new ArrayList<>(BATCH);
        before = ForkJoinPool.commonPool().submit(() -> sinks.parallelStream().forEach(sink -> tell(sink, full)));
    }

    private void tellAll() throws IOException {
        tell();
        await();
    }

    private void await() throws IOException {
        try {
            if (before != null) {
                before.join();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
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
