package io.github.mmaplab.exercise.results;

import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.json.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes the results of a class while they come: it keeps nothing of a student but a number. First come the students,
 * also those who handed in nothing; then the submissions of unknown students; then the variants. Each has a line of
 * its own.
 */
public final class ResultsWriter {
    /** What the format is called in its files. */
    static final String FORMAT = "mmaplab-results";

    /** The version of the format: another one, once files of before can't be read as this one any more. */
    static final int VERSION = 1;

    private final OutputStream out;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private Section section = Section.STUDENTS;
    private boolean first = true;

    /** The parts of a file, in their order, and what encloses them. */
    private enum Section {
        STUDENTS("students", "[", "]"),
        UNKNOWN("unknown", "[", "]"),
        VARIANTS("variants", "{", "}");

        private final String name;
        private final String begin;
        private final String end;

        Section(String name, String begin, String end) {
            this.name = name;
            this.begin = begin;
            this.end = end;
        }
    }

    private ResultsWriter(OutputStream out) {
        this.out = out;
        for (StudentGrade.Standing standing : StudentGrade.Standing.values()) {
            counts.put(standing.word(), 0);
        }
        counts.put(Section.UNKNOWN.name, 0);
    }

    /**
     * Begins a file.
     *
     * @param out where it goes, best buffered; left open
     */
    public static ResultsWriter begin(OutputStream out, ResultsHead head) throws IOException {
        ResultsWriter writer = new ResultsWriter(out);
        writer.print("{\n");
        for (Map.Entry<String, Object> entry : fields(head).entrySet()) {
            writer.print(JsonText.line(entry.getKey()) + ": " + JsonText.line(entry.getValue()) + ",\n");
        }
        writer.open();
        return writer;
    }

    private static Map<String, Object> fields(ResultsHead head) {
        Map<String, Object> exercise = new LinkedHashMap<>();
        exercise.put("id", head.exercise());
        exercise.put("file", head.file());
        exercise.put("sha256", head.sha256());
        Map<String, Object> grading = new LinkedHashMap<>();
        grading.put("feedback", head.grading().feedback().word());
        grading.put("partial", head.grading().partial().word());
        grading.put("follow-through", head.grading().followThrough());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", FORMAT);
        fields.put("version", VERSION);
        fields.put("tool", head.tool());
        fields.put("exercise", exercise);
        fields.put("salt", head.secret()); // its name in version 1 of the format
        fields.put("grading", grading);
        fields.put("policies", head.policies());
        return fields;
    }

    /** The grade of a student. */
    public void student(StudentGrade grade) throws IOException {
        student(grade, SubmissionJson::write);
    }

    /**
     * The grade of a student.
     *
     * @param submissions a submission as {@link SubmissionJson} writes it, for those who have it written already
     */
    public void student(StudentGrade grade, Function<Submission, String> submissions) throws IOException {
        enter(Section.STUDENTS);
        item(StudentJson.head(grade) + ",\"counted\":");
        print(grade.counted().map(submissions).orElse("null"));
        print(",\"others\":[");
        String before = "";
        for (Submission other : grade.others()) {
            print(before + submissions.apply(other));
            before = ",";
        }
        print("]}");
        count(grade.standing().word());
    }

    /** A submission whose student is not on the roster, or is unknown. */
    public void unknown(Submission submission) throws IOException {
        enter(Section.UNKNOWN);
        item(SubmissionJson.write(submission));
        count(Section.UNKNOWN.name);
    }

    /** A variant that a student has, with its right answers; each once. */
    public void variant(VariantKey key) throws IOException {
        enter(Section.VARIANTS);
        Map<String, Object> questions = new LinkedHashMap<>();
        key.solutions().forEach((question, solution) -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("answer", solution.answer());
            if (!solution.accepted().isEmpty()) {
                fields.put("accepted", solution.accepted());
            }
            fields.put("explanation", solution.explanation());
            questions.put(question, fields);
        });
        Map<String, Object> variant = new LinkedHashMap<>();
        variant.put("values", key.variant().values());
        variant.put("key", questions);
        item(JsonText.line(key.code()) + ": " + JsonText.line(variant));
    }

    /** Ends the file, and says how many there were of each standing. */
    public void end() throws IOException {
        enter(Section.VARIANTS);
        print("\n" + section.end + ",\n\"counts\": " + JsonText.line(counts) + "\n}\n");
        out.flush();
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private void enter(Section wanted) throws IOException {
        if (wanted.compareTo(section) < 0) {
            throw new IllegalStateException(wanted.name + " come before " + section.name);
        }
        while (section != wanted) {
            print("\n" + section.end + ",\n");
            section = section == Section.STUDENTS ? Section.UNKNOWN : Section.VARIANTS;
            open();
        }
    }

    private void open() throws IOException {
        print(JsonText.line(section.name) + ": " + section.begin);
        first = true;
    }

    private void item(String json) throws IOException {
        print(first ? "\n" : ",\n");
        print(json);
        first = false;
    }

    /** Everything is ASCII. */
    private void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
