package io.github.mmaplab.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.StudentGrade.Lateness;
import io.github.mmaplab.exercise.grade.StudentGrade.Standing;
import io.github.mmaplab.exercise.grade.Submission;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SinksAtOnceTest {
    /** More than are told at once, and no multiple of it. */
    private static final int STUDENTS = 1_300;

    @Test
    void every_sink_is_told_of_each_student_once_and_in_order() throws IOException {
        List<Notes> sinks = List.of(new Notes(), new Notes(), new Notes());

        tell(new SinksAtOnce(List.copyOf(sinks)));

        List<String> all = new ArrayList<>(
                IntStream.range(0, STUDENTS).mapToObj(i -> "s" + i).toList());
        all.add("end");
        assertThat(sinks).extracting(sink -> sink.told).containsOnly(all);
    }

    @Test
    void what_can_not_be_written_is_told_as_what_it_is() {
        ClassSink full = new Notes() {
            @Override
            public void student(StudentGrade grade) throws IOException {
                throw new IOException("no space left on device");
            }
        };

        assertThatIOException()
                .isThrownBy(() -> tell(new SinksAtOnce(List.of(new Notes(), full))))
                .withMessage("no space left on device");
    }

    private static void tell(ClassSink sink) throws IOException {
        for (int i = 0; i < STUDENTS; i++) {
            sink.student(
                    new StudentGrade("s" + i, "", "", Standing.MISSING, Optional.empty(), List.of(), Lateness.NONE));
        }
        sink.end();
    }

    private static class Notes implements ClassSink {
        private final List<String> told = new ArrayList<>();

        @Override
        public void student(StudentGrade grade) throws IOException {
            told.add(grade.student());
        }

        @Override
        public void unknown(Submission submission) {
            told.add(submission.file());
        }

        @Override
        public void end() {
            told.add("end");
        }
    }
}
