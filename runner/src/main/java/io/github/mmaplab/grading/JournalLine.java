package io.github.mmaplab.grading;

import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.results.SubmissionJson;
import io.github.mmaplab.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A submission, and how results tell it.
 *
 * @param json the submission as JSON on one line, in ASCII
 */
record JournalLine(Submission submission, String json) {
    /** What stands before the JSON in a journal: a checksum and a blank. */
    static final int PREFIX = 2 * Integer.BYTES + 1;

    /** The line of a submission. */
    static JournalLine of(Submission submission) {
        return new JournalLine(submission, SubmissionJson.write(submission));
    }

    /**
     * The line as it stands in a journal, without the line feed.
     *
     * @param head that of the journal: a line that was copied from another one is not valid
     */
    String sealed(String head) {
        return checksum(head, json) + " " + json;
    }

    /** The line that a text is; empty, if it is damaged or of another journal. */
    static Optional<JournalLine> unsealed(String head, String text) {
        if (text.length() <= PREFIX) {
            return Optional.empty();
        }
        String json = text.substring(PREFIX);
        try {
            return text.startsWith(checksum(head, json) + " ")
                    ? Optional.of(new JournalLine(SubmissionJson.read("journal", json), json))
                    : Optional.empty();
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private static String checksum(String head, String json) {
        CRC32C sum = new CRC32C();
        sum.update(head.getBytes(StandardCharsets.UTF_8));
        sum.update('\n');
        sum.update(json.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
