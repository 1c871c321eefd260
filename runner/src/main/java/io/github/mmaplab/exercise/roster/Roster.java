package io.github.mmaplab.exercise.roster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The students of a class, in the order of the file, no two with one id.
 *
 * <p>A file that ends in {@code .txt} has one id a line. Any other is CSV with a header. These columns are known by their
 * names, in whatever order and case, with blanks, hyphens or underscores between the words; others are ignored:
 *
 * <table>
 *   <caption>Columns of a roster</caption>
 *   <tr><th>column</th><th>names, the first that is there counts</th></tr>
 *   <tr><td>id, required</td><td>id, student id, sid, username, login, student</td></tr>
 *   <tr><td>name</td><td>name; else first name and last name together</td></tr>
 *   <tr><td>email</td><td>email, e-mail</td></tr>
 *   <tr><td>group</td><td>group</td></tr>
 *   <tr><td>section</td><td>section</td></tr>
 * </table>
 */
public final class Roster {
    private final Map<String, Student> students = new LinkedHashMap<>();

    /** A roster of these students, whose ids differ. */
    public Roster(List<Student> students) {
        for (Student student : students) {
            if (this.students.put(student.id(), student) != null) {
                throw new IllegalArgumentException("two students of one id");
            }
        }
    }

    /**
     * Reads a roster. Whatever is in the file, the result says it: nothing is thrown.
     *
     * @param path where it is
     * @param name what messages call it: the path as the user wrote it; its ending tells the form
     */
    public static RosterResult read(Path path, String name) {
        return RosterReader.read(path, name);
    }

    /** Reads the bytes of a roster, as {@link #read(Path, String)} does those of a file. */
    public static RosterResult read(String name, byte[] bytes) {
        return RosterReader.read(name, bytes);
    }

    /** All students, in the order of the file. */
    public List<Student> students() {
        return List.copyOf(students.values());
    }

    /** The student with an id, which need not be in its normal form. */
    public Optional<Student> find(String id) {
        return Optional.ofNullable(students.get(StudentId.normalized(id)));
    }

    /** The id that differs from another one in the case of letters alone; empty if there is none, or it is there itself. */
    public Optional<String> alike(String id) {
        String normalized = StudentId.normalized(id);
        return students.containsKey(normalized)
                ? Optional.empty()
                : students.keySet().stream()
                        .filter(normalized::equalsIgnoreCase)
                        .findFirst();
    }

    /** The members of each group, both in the order of the file. */
    public Map<String, List<Student>> groups() {
        Map<String, List<Student>> groups = new LinkedHashMap<>();
        for (Student student : students.values()) {
            student.group()
                    .ifPresent(group -> groups.computeIfAbsent(group, g -> new ArrayList<>())
                            .add(student));
        }
        return Collections.unmodifiableMap(groups);
    }
}
