package io.github.mmaplab.cli.grade;

import io.github.mmaplab.exercise.grade.Policy;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.exercise.roster.Student;
import io.github.mmaplab.handout.FileNames;
import io.github.mmaplab.scenario.PredictionReader;
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
    private final Optional<Roster> roster;
    private final boolean others;
    private final Policy policy;
    private final Journal journal;
    private final ClassSink sink;
    private final Map<String, List<String>> files;

    private ClassGrading(Optional<Roster> roster, boolean others, Policy policy, Journal journal, ClassSink sink)
            throws IOException {
        this.roster = roster;
        this.others = others;
        this.policy = policy;
        this.journal = journal;
        this.sink = sink;
        this.files = journal.byStudent();
    }

    /**
     * Tells the sink of each student: those of the roster, in its order, or else all who handed something in, by id.
     *
     * @param roster empty, if everybody who handed something in is of the class
     * @param others whether files of others are told of, too
     */
    static void run(Optional<Roster> roster, boolean others, Policy policy, Journal journal, ClassSink sink)
            throws IOException {
        new ClassGrading(roster, others, policy, journal, sink).run();
    }

    private void run() throws IOException {
        if (roster.isPresent()) {
            ofRoster(roster.get());
        } else {
            for (Map.Entry<String, List<String>> each : new TreeMap<>(files).entrySet()) {
                if (!each.getKey().isEmpty()) {
                    student(new Student(each.getKey()), each.getValue());
                    files.remove(each.getKey());
                }
            }
        }
        for (List<String> left : others ? new TreeMap<>(files).values() : List.<List<String>>of()) {
            for (String file : left) {
                sink.unknown(submission(file));
            }
        }
        sink.end();
    }

    private void ofRoster(Roster known) throws IOException {
        Map<String, List<String>> byGroup = new LinkedHashMap<>();
        attributeByName(known);
        for (Student student : known.students()) {
            List<String> own = files.getOrDefault(student.id(), List.of());
            byGroup.computeIfAbsent(student.subject(), none -> new ArrayList<>())
                    .addAll(own);
        }
        for (Student student : known.students()) {
            student(student, byGroup.getOrDefault(student.subject(), List.of()));
            files.remove(student.id());
        }
    }

    /** A file that does not say whose it is, but has the name that the sheet of a student came with, is that student's. */
    private void attributeByName(Roster known) {
        Map<String, String> names = new HashMap<>();
        FileNames.of(known.students().stream().map(Student::id).toList())
                .forEach((id, name) -> names.put(name + PredictionReader.ENDING, id));
        for (String file : List.copyOf(files.getOrDefault("", List.of()))) {
            String id = names.get(file.substring(file.lastIndexOf('/') + 1));
            if (id != null) {
                files.computeIfAbsent(id, none -> new ArrayList<>()).add(file);
                files.getOrDefault("", new ArrayList<>()).remove(file);
            }
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
        return journal.find(file);
    }
}
