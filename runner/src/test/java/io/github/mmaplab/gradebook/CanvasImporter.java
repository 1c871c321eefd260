package io.github.mmaplab.gradebook;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Canvas makes of a gradebook: the rules of its importer, for a course with these assignments and students. It is
 * written from those rules alone and shares nothing with what it judges.
 */
final class CanvasImporter {
    private static final Pattern TITLE_AND_ID = Pattern.compile("\\A(.*)\\s\\((\\d+)\\)\\z");
    private static final Pattern NOT_AN_ASSIGNMENT = Pattern.compile("Current Score|Current Points|Current Grade"
            + "|Final Score|Final Points|Final Grade|Override Score|Override Grade|Override Status");

    /** Titles by id. */
    private final Map<String, String> assignments;
    /** ID, SIS user id, login and name of each student. */
    private final List<List<String>> students;

    /** By assignment, then by the student's ID. An assignment without an id is a new one. */
    final Map<String, Map<String, String>> grades = new LinkedHashMap<>();

    final List<String> created = new ArrayList<>();
    final List<String> unmatched = new ArrayList<>();

    CanvasImporter(Map<String, String> assignments, List<List<String>> students) {
        this.assignments = assignments;
        this.students = students;
    }

    CanvasImporter read(String text) {
        List<List<String>> rows = new ArrayList<>();
        for (CsvRecord row : CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            rows.add(row.getFields());
        }
        List<String> header = rows.get(0);
        int first = identityColumns(header);
        List<String> points = List.of();
        Map<Integer, String> columns = columns(header, first);
        for (List<String> row : rows.subList(1, rows.size())) {
            if (row.get(0).contains("Points Possible")) {
                points = row;
            } else if (!row.stream().allMatch(cell -> cell.matches("(?i)\\s*(Muted|Manual Posting.*)?\\s*"))) {
                String student = student(row, header);
                for (Map.Entry<Integer, String> column : columns.entrySet()) {
                    boolean readOnly = points.size() > column.getKey()
                            && points.get(column.getKey()).contains("read only");
                    if (!readOnly && row.size() > column.getKey()) {
                        grades.computeIfAbsent(column.getValue(), c -> new LinkedHashMap<>())
                                .put(student, grade(row.get(column.getKey())));
                    }
                }
            }
        }
        return this;
    }

    /** The separator that gives the first three lines the same number of cells, and more of them; else a comma. */
    private static char separator(String text) {
        List<String> lines = text.lines().limit(3).toList();
        return cells(lines, ';') > cells(lines, ',') ? ';' : ',';
    }

    private static int cells(List<String> lines, char separator) {
        int[] counts = lines.stream()
                .mapToInt(line -> CsvReader.builder()
                        .fieldSeparator(separator)
                        .ofSingleCsvRecord(line)
                        .getFieldCount())
                .toArray();
        return Arrays.stream(counts).distinct().count() == 1 ? counts[0] : 0;
    }

    private static int identityColumns(List<String> header) {
        int names = header.get(0).equals("LastName") && header.get(1).equals("FirstName") ? 2 : 1;
        boolean ids = names == 2 || header.get(0).contains("Student");
        if (header.size() <= 3 || !ids || !header.get(names).contains("ID")) {
            throw new IllegalStateException("Invalid header row");
        }
        int next = names + 1;
        if (header.get(next).matches(".*SIS\\s+Login\\s+ID.*")) {
            next++;
        } else if (header.get(next).matches(".*SIS\\s+User\\s+ID.*")) {
            next += 2;
            next += header.get(next).contains("Integration ID") ? 1 : 0;
            next += header.get(next).contains("Root Account") ? 1 : 0;
        }
        if (!header.get(next).contains("Section")) {
            throw new IllegalStateException("Invalid header row");
        }
        return next + 1;
    }

    private Map<Integer, String> columns(List<String> header, int first) {
        Map<Integer, String> columns = new LinkedHashMap<>();
        for (int i = first; i < header.size(); i++) {
            String name = header.get(i);
            if (!NOT_AN_ASSIGNMENT.matcher(name).find()) {
                columns.put(i, assignment(name));
            }
        }
        return columns;
    }

    private String assignment(String name) {
        Matcher named = TITLE_AND_ID.matcher(name);
        if (named.matches() && assignments.containsKey(named.group(2))) {
            return named.group(2);
        }
        for (Map.Entry<String, String> assignment : assignments.entrySet()) {
            if (assignment.getValue().equals(name)) {
                return assignment.getKey();
            }
        }
        created.add(named.matches() ? named.group(1) : name);
        return "new";
    }

    private String student(List<String> row, List<String> header) {
        List<String> columns = List.of("ID", "SIS User ID", "SIS Login ID");
        for (int key = 0; key < columns.size(); key++) {
            int at = header.indexOf(columns.get(key));
            for (List<String> student : students) {
                if (at >= 0 && !row.get(at).isEmpty() && student.get(key).equals(row.get(at))) {
                    return student.get(0);
                }
            }
        }
        unmatched.add(row.get(0));
        return row.get(0);
    }

    /** The last comma or point of a number is its decimal mark. */
    private static String grade(String cell) {
        String grade = cell.strip();
        if (!grade.matches("-?[0-9.,]+%?")) {
            return grade;
        }
        int mark = Math.max(grade.lastIndexOf(','), grade.lastIndexOf('.'));
        return mark < 0 ? grade : grade.substring(0, mark).replaceAll("[.,]", "") + "." + grade.substring(mark + 1);
    }
}
