package io.github.mmaplab.grading;

import io.github.mmaplab.exercise.grade.Policy;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.roster.Student;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds out who handed in what, and what of it counts; keeps no more of a class than the names of its files. */
final class ClassGrading {
    private final GradedClass graded;
    private final boolean others;
    private final Policy policy;
    private final Journal journal;
    private final ClassSink sink;
    private final Map<String, List<String>> files;
    /** Files whose place is that of another student than they say, by their names. */
    private final Map<String, String> misplaced = new HashMap<>();

    private ClassGrading(GradedClass graded, boolean others, Policy policy, Journal journal, ClassSink sink) {
        this.graded = graded;
        this.others = others;
        this.policy = policy;
        this.journal = journal;
        this.sink = sink;
        this.files = journal.byStudent();
    }

    /**
     * Tells the sink of each student: those of the roster, in its order, or else all who handed something in, by id.
     *
     * @param handed the files that were graded
     * @param graded whom the sink is told of
     * @param others whether files of others are told of, too
     */
    static void run(
            List<Handed> handed, GradedClass graded, boolean others, Policy policy, Journal journal, ClassSink sink)
            throws IOException {
        ClassGrading grading = new ClassGrading(graded, others, policy, journal, sink);
        grading.attribute(handed);
        grading.run();
    }

    /**
     * A file is that of the student in whose place it is. One that says it is another student's counts for neither: it is
     * a slip, or somebody wants to replace what the other one handed in.
     */
    private void attribute(List<Handed> handed) {
        List<String> ids = graded.isOpen()
                ? files.keySet().stream().filter(id -> !id.isEmpty()).sorted().toList()
                : graded.known().students().stream().map(Student::id).toList();
        Places places = new Places(ids);
        for (Handed file : handed) {
            String said = journal.student(file.name());
            Optional<String> owner = places.owner(file);
            if (owner.isPresent() && !subject(owner.get()).equals(subject(said))) {
                files.getOrDefault(said, new ArrayList<>()).remove(file.name());
                files.computeIfAbsent(owner.get(), none -> new ArrayList<>()).add(file.name());
                if (!said.isEmpty()) {
                    misplaced.put(file.name(), owner.get());
                }
            }
        }
        files.values().removeIf(List::isEmpty);
    }

    private String subject(String student) {
        return graded.known().find(student).map(Student::subject).orElse(student);
    }

    private void run() throws IOException {
        if (graded.isOpen()) {
            for (Map.Entry<String, List<String>> each : new TreeMap<>(files).entrySet()) {
                if (!each.getKey().isEmpty()) {
                    student(new Student(each.getKey()), each.getValue());
                    files.remove(each.getKey());
                }
            }
        } else {
            ofRoster();
        }
        for (List<String> left : others ? new TreeMap<>(files).values() : List.<List<String>>of()) {
            for (String file : left) {
                sink.unknown(submission(file));
            }
        }
        sink.end();
    }

    private void ofRoster() throws IOException {
        Map<String, List<String>> byGroup = new LinkedHashMap<>();
        for (Student student : graded.known().students()) {
            List<String> own = files.getOrDefault(student.id(), List.of());
            byGroup.computeIfAbsent(student.subject(), none -> new ArrayList<>())
                    .addAll(own);
        }
        for (Student student : graded.students()) {
            student(student, byGroup.getOrDefault(student.subject(), List.of()));
            files.remove(student.id());
        }
    }

    private void student(Student student, List<String> names) throws IOException {
        List<Submission> submissions = new ArrayList<>();
        for (String name : names) {
            submissions.add(submission(name));
        }
        sink.student(policy.decide(
                student.id(), student.name().orElse(""), student.group().orElse(""), submissions));
    }

    private Submission submission(String file) throws IOException {
        Submission submission = journal.find(file);
        String owner = misplaced.get(file);
        return owner == null
                ? submission
                : submission.refused(
                        Submission.Status.WRONG_STUDENT,
                        file + ": the file says `student: " + submission.student()
                                + "`, but its name or folder is that of `" + owner
                                + "`: it counts for neither; hand in the file that came with your own sheet");
    }
}
