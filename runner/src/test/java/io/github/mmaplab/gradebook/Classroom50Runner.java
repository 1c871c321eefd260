package io.github.mmaplab.gradebook;

import io.github.mmaplab.json.JsonException;
import io.github.mmaplab.json.JsonFields;
import io.github.mmaplab.json.JsonText;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What the runner of Classroom 50 has against a {@code result.json}: the rules of {@code validate_result} in its {@code
 * runner.py}, which its collector of scores applies again. It is written from those rules alone.
 */
public final class Classroom50Runner {
    private Classroom50Runner() {}

    /** Why the result is refused for the repository of an owner; empty if it is taken. */
    public static Optional<String> problem(String json, String classroom, String assignment, String owner) {
        try {
            check(JsonText.object("result.json", json), classroom, assignment, owner);
            return Optional.empty();
        } catch (JsonException | IllegalStateException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static void check(JsonFields data, String classroom, String assignment, String owner) throws JsonException {
        require(data.text("schema").equals("classroom50/result/v1"), "schema");
        require(data.text("classroom").equals(classroom), "classroom");
        require(data.text("assignment").equals(assignment), "assignment");
        require(data.text("owner").equalsIgnoreCase(owner), "owner");
        require(List.of("individual", "group", "team").contains(data.text("assignment_type")), "assignment_type");
        require(data.text("submission").startsWith("submit/"), "submission");
        for (String field : List.of("commit", "release", "review", "datetime")) {
            require(!data.text(field).isEmpty(), field);
        }
        BigInteger score = whole(data, "score");
        BigInteger most = whole(data, "max-score");
        require(score.compareTo(most) <= 0, "score > max-score");
        for (JsonFields test : data.objects("tests")) {
            require(!test.text("test-name").isEmpty(), "test-name");
            test.flag("passed");
            require(whole(test, "score").compareTo(whole(test, "max-score")) <= 0, "score > max-score of a test");
        }
    }

    /** A whole number that is written as one: {@code 100.0} is a float to Python. */
    private static BigInteger whole(JsonFields data, String field) throws JsonException {
        String written = String.valueOf(data.any(field));
        require(written.matches("[0-9]+"), field + " is " + written);
        return data.integer(field);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("result.json: " + what);
        }
    }
}
