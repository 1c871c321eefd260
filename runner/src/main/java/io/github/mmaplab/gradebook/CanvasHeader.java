package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.csv.CsvRow;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first row of a gradebook, read by the rules of Canvas's importer: first the columns about the student, {@code
 * Section} being the last, then the assignments.
 *
 * @param row the whole row
 * @param ids the columns of ids, from 0
 * @param section the column of the section, before the assignments
 */
record CanvasHeader(CsvRow row, Map<CanvasId, Integer> ids, int section) {
    private static final Pattern INTEGRATION = Pattern.compile("Integration\\s+ID");
    private static final Pattern ROOT_ACCOUNT = Pattern.compile("Root\\s+Account");

    CanvasHeader {
        ids = Collections.unmodifiableMap(new EnumMap<>(ids));
    }

    /** The header; empty if Canvas would refuse it. */
    static Optional<CanvasHeader> of(CsvRow row) {
        boolean twoNames = row.text(0).equals("LastName") && row.text(1).equals("FirstName");
        if (!twoNames && !row.text(0).contains("Student")) {
            return Optional.empty();
        }
        Map<CanvasId, Integer> ids = new EnumMap<>(CanvasId.class);
        int next = twoNames ? 2 : 1;
        if (!CanvasId.ID.isIn(row.text(next))) {
            return Optional.empty();
        }
        ids.put(CanvasId.ID, next++);
        if (CanvasId.SIS_LOGIN_ID.isIn(row.text(next))) {
            ids.put(CanvasId.SIS_LOGIN_ID, next++);
        } else if (CanvasId.SIS_USER_ID.isIn(row.text(next)) && CanvasId.SIS_LOGIN_ID.isIn(row.text(next + 1))) {
            ids.put(CanvasId.SIS_USER_ID, next++);
            ids.put(CanvasId.SIS_LOGIN_ID, next++);
            next += INTEGRATION.matcher(row.text(next)).find() ? 1 : 0;
            next += ROOT_ACCOUNT.matcher(row.text(next)).find() ? 1 : 0;
        }
        boolean complete = row.width() > 3 && row.text(next).contains("Section");
        return complete ? Optional.of(new CanvasHeader(row, ids, next)) : Optional.empty();
    }

    /** The student's name in its usual order, from the columns that contain it. */
    Optional<String> name(CsvRow student) {
        boolean twoNames = ids.getOrDefault(CanvasId.ID, 1) == 2;
        String name = twoNames ? student.text(1) + " " + student.text(0) : student.text(0);
        return Optional.of(name.strip()).filter(text -> !text.isEmpty());
    }
}
