package io.github.mmaplab.handout.sheet;

import io.github.mmaplab.page.RenderedMarkdown;
import io.github.mmaplab.scenario.syntax.DoubleQuotes;
import java.util.regex.Pattern;

/** A prediction file to fill in. */
public final class PredictionTemplate {
    /** The first line of each file: the name of the program that wrote it. */
    public static final String MARK = "# written by mmaplab: prediction to fill in\n";

    private static final int WIDTH = 96;

    /** Text that needs no quotes anywhere in YAML. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{Nd}_][\\p{L}\\p{Nd}_.@+-]*");

    /** Where a line may be broken: not within a map of content such as <code>{ zeros: 5 }</code>. */
    private static final Pattern BLANK = Pattern.compile(" (?![^{]*\\})");

    private PredictionTemplate() {}

    /** The whole file. */
    public static String of(Sheet sheet) {
        StringBuilder text = new StringBuilder(MARK);
        comment(
                text,
                "",
                "Write your answers after the colons, then hand in this file. Leave a question empty if you do not"
                        + " know the answer.");
        text.append(exercise(sheet));
        sheet.recipient()
                .student()
                .ifPresentOrElse(
                        student ->
                                text.append("student: ").append(scalar(student)).append('\n'),
                        () -> text.append("student:   # your id\n"));
        sheet.code()
                .ifPresent(code -> text.append("variant: ").append(scalar(code)).append('\n'));
        text.append("answers:\n");
        int number = 1;
        for (Sheet.Asked asked : sheet.questions()) {
            text.append(number == 1 ? "" : "\n");
            comment(text, "  ", number++ + ". " + RenderedMarkdown.plain(asked.prompt()) + " (" + asked.points() + ")");
            comment(
                    text,
                    "  ",
                    asked.choices().isEmpty()
                            ? "accepted: " + asked.accepted()
                            : "one of: " + String.join(", ", asked.choices()));
            text.append("  ").append(asked.name()).append(":\n");
        }
        return text.toString();
    }

    /** The line that identifies the exercise of a prediction. */
    public static String exercise(Sheet sheet) {
        return "exercise: " + scalar(sheet.exercise()) + "\n";
    }

    /** A comment, wrapped into lines. */
    private static void comment(StringBuilder text, String indent, String words) {
        StringBuilder line = new StringBuilder();
        for (String word : BLANK.split(RenderedMarkdown.line(words), -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
                text.append(indent).append("# ").append(line).append('\n');
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        text.append(indent).append("# ").append(line).append('\n');
    }

    /** Text as a scalar of YAML that reads back as itself. */
    public static String scalar(String text) {
        return PLAIN.matcher(text).matches() ? text : DoubleQuotes.around(text);
    }
}
