package io.github.mmaplab.handout;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.exercise.roster.Student;
import io.github.mmaplab.page.RenderedMarkdown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reports which students have the same variant, and which are a group and so should. */
public final class SharedVariants {
    private final Map<String, List<Student>> byCode = new LinkedHashMap<>();
    private final Roster roster;

    /** The variants of the students of a roster. */
    public SharedVariants(Assignment assignment, Roster roster) {
        this.roster = roster;
        for (Student student : roster.students()) {
            String code = assignment.codeOf(assignment.variantOf(student.subject()));
            byCode.computeIfAbsent(code, none -> new ArrayList<>()).add(student);
        }
    }

    /** The students of each variant, by its code, both in the order of the roster. */
    public Map<String, List<Student>> byCode() {
        return byCode;
    }

    /** A few lines, which end with a line feed. Text from the roster is made fit for a terminal. */
    public String text() {
        StringBuilder text = new StringBuilder();
        int students = roster.students().size();
        text.append(count(students, "student")).append(", ").append(count(byCode.size(), "different variant"));
        text.append('\n');
        roster.groups()
                .forEach((group, members) -> text.append("  group ")
                        .append(RenderedMarkdown.line(group))
                        .append(": ")
                        .append(ids(members))
                        .append('\n'));
        byCode.forEach((code, sharers) -> {
            Set<String> subjects = new LinkedHashSet<>();
            sharers.forEach(student -> subjects.add(student.subject()));
            if (subjects.size() > 1) {
                text.append("  by chance the same variant, ").append(code).append(": ");
                text.append(ids(sharers)).append('\n');
            }
        });
        return text.toString();
    }

    private static String ids(List<Student> students) {
        return RenderedMarkdown.line(
                String.join(", ", students.stream().map(Student::id).toList()));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
