package io.github.mmaplab.cli.play;

import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.diagnostic.Suggestions;
import java.util.ArrayList;
import java.util.List;

/**
 * A value of {@code --report}.
 *
 * @param file the file as the user wrote it; {@code -} is standard output
 */
record ReportRequest(Format format, String file) {
    /** The formats there are. */
    enum Format {
        TEXT("text"),
        JUNIT("junit"),
        XUNIT("xunit"),
        TAP("tap"),
        TAP13("tap13"),
        JSON("json"),
        JSONL("jsonl"),
        GITHUB("github"),
        HTML("html");

        private final String word;

        Format(String word) {
            this.word = word;
        }
    }

    /** The beginnings of the values of {@code --report}, with the equals sign. */
    static List<String> beginnings() {
        List<String> beginnings = new ArrayList<>();
        for (Format format : Format.values()) {
            beginnings.add(format.word + "=");
        }
        return beginnings;
    }

    /** Whether it goes to standard output. */
    boolean toStandardOutput() {
        return file.equals("-");
    }

    /**
     * The requests in the values.
     *
     * @throws UsageException if one can't be read, or two have the same file
     */
    static List<ReportRequest> parse(List<String> values) throws UsageException {
        List<ReportRequest> requests = new ArrayList<>();
        for (String value : values) {
            ReportRequest request = parse(value);
            for (ReportRequest other : requests) {
                if (other.file.equals(request.file)) {
                    throw new UsageException("two reports go to `" + request.file + "`", "give each a file of its own");
                }
            }
            requests.add(request);
        }
        return requests;
    }

    private static ReportRequest parse(String value) throws UsageException {
        int equals = value.indexOf('=');
        String word = equals < 0 ? value : value.substring(0, equals);
        Format format = format(word, value);
        if (equals < 0 || equals == value.length() - 1) {
            throw new UsageException(
                    "`--report " + value + "` names no file",
                    "write `--report " + word + "=FILE`, or `--report " + word + "=-` for standard output");
        }
        return new ReportRequest(format, value.substring(equals + 1));
    }

    private static Format format(String word, String value) throws UsageException {
        List<String> words = new ArrayList<>();
        for (Format format : Format.values()) {
            if (format.word.equals(word)) {
                return format;
            }
            words.add(format.word);
        }
        throw UsageException.within(
                "--report",
                value,
                0,
                word.length(),
                "there is no report format `" + word + "`",
                Suggestions.nearestOr(word, words, "the formats are " + String.join(", ", words)));
    }
}
