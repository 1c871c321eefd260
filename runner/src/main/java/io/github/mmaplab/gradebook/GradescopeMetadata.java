package io.github.mmaplab.gradebook;

import io.github.mmaplab.json.JsonException;
import io.github.mmaplab.json.JsonFields;
import io.github.mmaplab.json.JsonText;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Gradescope says about a submission, in {@code submission_metadata.json}.
 *
 * @param owner the student: e-mail address, the part of it before the {@code @}, the id in the records of the
 *     institution, and Gradescope's number. In a group it is the member with the lowest number, whose sheet the group
 *     works on
 * @param created when it was submitted
 * @param late whether that was after the due date of each of the students. It does not depend on the clock, so that a
 *     regrade gives the same
 */
public record GradescopeMetadata(Owner owner, Instant created, boolean late) {
    /**
     * Reads the metadata.
     *
     * @throws JsonException if it is not as Gradescope writes it
     */
    public static GradescopeMetadata read(byte[] json) throws JsonException {
        JsonFields fields = JsonText.object("submission_metadata.json", json);
        JsonFields owner = owner(fields);
        Instant created = instant(fields, "created_at");
        String email = owner.optionalText("email").orElse("");
        List<String> names = Stream.of(
                        email,
                        email.replaceFirst("@.*", ""),
                        owner.optionalText("sid").orElse(""),
                        id(owner).toString())
                .toList();
        return new GradescopeMetadata(Owner.known(names), created, isLate(fields, created));
    }

    /**
     * Whether it is late for all members of a group. A student with an extension has another due date, which Gradescope
     * writes next to the student and does not document. A student without a due date is never late.
     */
    private static boolean isLate(JsonFields fields, Instant created) throws JsonException {
        Optional<Instant> course = due(fields.object("assignment"));
        for (JsonFields user : fields.objects("users")) {
            Optional<Instant> own = user.has("assignment") ? due(user.object("assignment")) : Optional.empty();
            if (own.or(() -> course).filter(created::isAfter).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Instant> due(JsonFields assignment) throws JsonException {
        return assignment.has("due_date") ? Optional.of(instant(assignment, "due_date")) : Optional.empty();
    }

    private static JsonFields owner(JsonFields fields) throws JsonException {
        Optional<JsonFields> lowest = Optional.empty();
        for (JsonFields user : fields.objects("users")) {
            if (lowest.isEmpty() || id(user).compareTo(id(lowest.get())) < 0) {
                lowest = Optional.of(user);
            }
        }
        return lowest.orElseThrow(() -> fields.problem("`users` is empty: the submission has no student"));
    }

    private static BigInteger id(JsonFields user) throws JsonException {
        return user.integer("id");
    }

    private static Instant instant(JsonFields fields, String name) throws JsonException {
        try {
            return OffsetDateTime.parse(fields.text(name)).toInstant();
        } catch (DateTimeException e) {
            throw fields.problem("`" + name + "` must be a date and time, such as 2026-10-01T12:00:00.000000-07:00");
        }
    }
}
