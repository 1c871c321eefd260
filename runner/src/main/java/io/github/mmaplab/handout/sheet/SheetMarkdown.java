package io.github.mmaplab.handout.sheet;

import io.github.mmaplab.handout.story.StoryMarkdown;
import io.github.mmaplab.listing.Listing;
import io.github.mmaplab.listing.ListingText;
import io.github.mmaplab.page.Markdown;
import java.util.ArrayList;
import java.util.List;

/** A sheet as Markdown (CommonMark with tables). */
public final class SheetMarkdown {
    /** The first line of each sheet: the name of the program that wrote it. */
    public static final String MARK = "<!-- written by mmaplab: exercise sheet -->\n";

    private SheetMarkdown() {}

    /** The whole text. */
    public static String of(Sheet sheet) {
        StringBuilder text = new StringBuilder(MARK);
        text.append("# ").append(Markdown.text(sheet.title())).append("\n\n");
        text.append(facts(sheet)).append('\n');
        if (!sheet.about().isBlank()) {
            text.append(sheet.about().strip()).append("\n\n");
        }
        text.append(StoryMarkdown.of(sheet.story()));
        sheet.listing().ifPresent(listing -> text.append(listing(listing)));
        if (!sheet.notes().isEmpty()) {
            text.append("\n## ").append(SheetWords.HOW_TO_READ).append("\n\n");
            sheet.notes()
                    .forEach(note ->
                            text.append("- ").append(Markdown.text(note)).append('\n'));
        }
        text.append("\n## Questions\n\n").append(SheetWords.HOW_TO_ANSWER).append('\n');
        int number = 1;
        for (Sheet.Asked asked : sheet.questions()) {
            text.append(question(number++, asked));
        }
        if (!sheet.references().isEmpty()) {
            text.append("\n## Further reading\n\n");
            sheet.references()
                    .forEach(reference ->
                            text.append("- ").append(Markdown.text(reference)).append('\n'));
        }
        return text.toString();
    }

    private static String listing(Listing listing) {
        StringBuilder text = new StringBuilder("\n## ").append(ListingWords.heading(listing));
        text.append("\n\n").append(ListingWords.before(listing)).append("\n\n```c\n");
        text.append(ListingText.of(listing)).append("```\n");
        ListingWords.after(listing)
                .forEach(sentence -> text.append('\n').append(sentence).append('\n'));
        return text.toString();
    }

    private static String facts(Sheet sheet) {
        StringBuilder text = new StringBuilder();
        SheetWords.facts(sheet).forEach((fact, value) -> text.append(fact(fact, value)));
        return text.toString();
    }

    private static String fact(String fact, String value) {
        return "- " + fact + ": " + Markdown.code(value) + "\n";
    }

    /** The line by which a sheet is recognized as one of its exercise. */
    public static String exercise(Sheet sheet) {
        return fact(SheetWords.EXERCISE, sheet.exercise());
    }

    private static String question(int number, Sheet.Asked asked) {
        StringBuilder text = new StringBuilder("\n### ").append(number).append(". ");
        text.append(Markdown.text(asked.name()))
                .append(" (")
                .append(asked.points())
                .append(")\n\n");
        text.append(asked.prompt().strip()).append("\n\n");
        if (!asked.boxes().isEmpty()) {
            text.append(boxes(asked)).append('\n');
        }
        if (!asked.choices().isEmpty()) {
            List<String> choices = new ArrayList<>();
            asked.choices().forEach(choice -> choices.add("- " + Markdown.code(choice)));
            text.append("Choose one of these, and copy it exactly:\n\n")
                    .append(String.join("\n", choices))
                    .append("\n\n");
        } else {
            text.append(SheetWords.accepted(asked)).append("\n\n");
        }
        if (!asked.hint().isBlank()) {
            text.append("Hint: ").append(asked.hint().strip()).append("\n\n");
        }
        return text.append("Answer:\n").toString();
    }

    private static String boxes(Sheet.Asked asked) {
        StringBuilder table = new StringBuilder("| ").append(String.join(" | ", SheetWords.COLUMNS_OF_BOXES));
        table.append(" |\n| --- | --- | --- |\n");
        asked.boxes()
                .forEach(box -> table.append("| ")
                        .append(Markdown.cell(box.page()))
                        .append(" | ")
                        .append(Markdown.cell(box.process()))
                        .append(" | |\n"));
        return table.toString();
    }
}
