package io.github.mmaplab.handout.key;

import io.github.mmaplab.handout.story.StoryMarkdown;
import io.github.mmaplab.page.Markdown;
import java.util.ArrayList;
import java.util.List;

/** A key as Markdown (CommonMark with tables). */
public final class KeyMarkdown {
    /** The first line of each key: the name of the program that wrote it. */
    public static final String MARK = "<!-- written by mmaplab: exercise key -->\n";

    private KeyMarkdown() {}

    /** The whole text. */
    public static String of(Key key) {
        StringBuilder text = new StringBuilder(MARK);
        text.append("# Key: ").append(Markdown.text(key.title())).append("\n\n");
        KeyWords.facts(key)
                .forEach((fact, value) -> text.append("- ")
                        .append(Markdown.text(fact))
                        .append(": ")
                        .append(Markdown.code(value))
                        .append('\n'));
        text.append('\n').append(StoryMarkdown.of(key.story())).append("\n## Questions and right answers\n");
        int number = 1;
        for (Key.Solved solved : key.questions()) {
            text.append(solved(number++, solved));
        }
        return text.append(mistaken(key)).toString();
    }

    private static String solved(int number, Key.Solved solved) {
        StringBuilder text = new StringBuilder("\n### ").append(number).append(". ");
        text.append(Markdown.text(solved.name()))
                .append(" (")
                .append(solved.points())
                .append(")\n\n");
        text.append(solved.prompt().strip()).append("\n\n");
        if (!solved.answer().isEmpty()) {
            text.append("Right answer: ").append(Markdown.code(solved.answer())).append("\n\n");
        }
        if (!solved.accepted().isEmpty()) {
            text.append("Also accepted: ")
                    .append(String.join(
                            ", ", solved.accepted().stream().map(Markdown::code).toList()))
                    .append("\n\n");
        }
        if (solved.everybody()) {
            text.append(KeyWords.EVERYBODY).append("\n\n");
        }
        if (!solved.choices().isEmpty()) {
            text.append("Offered: ")
                    .append(String.join(
                            ", ", solved.choices().stream().map(Markdown::code).toList()))
                    .append("\n\n");
        }
        List<String> lines = KeyWords.lines(solved.explanation());
        text.append(Markdown.text(solved.explanation().answer())).append(lines.isEmpty() ? ".\n" : ":\n\n");
        lines.forEach(line -> text.append("- ").append(Markdown.text(line)).append('\n'));
        return text.toString();
    }

    private static String mistaken(Key key) {
        StringBuilder text = new StringBuilder("\n## Wrong answers by misconception\n\n");
        if (!key.mistaken().isEmpty()) {
            text.append("An empty cell means the right answer.\n\n");
            List<String> headers = new ArrayList<>(List.of("misconception"));
            key.questions().forEach(solved -> headers.add(Markdown.text(solved.name())));
            row(text, headers);
            row(text, headers.stream().map(header -> "---").toList());
            for (Key.Mistaken mistaken : key.mistaken()) {
                List<String> cells = new ArrayList<>(List.of(Markdown.text(mistaken.misconception()
                                .id() + ": " + mistaken.misconception().belief())));
                key.questions().forEach(solved -> {
                    String wrong = mistaken.wrong().getOrDefault(solved.name(), "");
                    cells.add(wrong.isEmpty() ? "" : Markdown.cell(Markdown.code(wrong)));
                });
                row(text, cells);
            }
            text.append('\n');
        }
        if (!key.unnoticed().isEmpty()) {
            text.append("These misconceptions answer every question right: ")
                    .append(KeyWords.unnoticed(key))
                    .append(".\n");
        }
        return text.toString();
    }

    private static void row(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
