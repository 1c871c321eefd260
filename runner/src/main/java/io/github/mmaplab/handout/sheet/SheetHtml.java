package io.github.mmaplab.handout.sheet;

import io.github.mmaplab.handout.story.StoryHtml;
import io.github.mmaplab.listing.Listing;
import io.github.mmaplab.listing.ListingText;
import io.github.mmaplab.markup.Html;
import io.github.mmaplab.markup.Tag;
import io.github.mmaplab.page.Facts;
import io.github.mmaplab.page.Page;
import io.github.mmaplab.page.Picture;
import io.github.mmaplab.page.RenderedMarkdown;
import io.github.mmaplab.page.Table;
import java.util.ArrayList;
import java.util.List;

/** A sheet as a page. */
public final class SheetHtml {
    /** Columns must stay aligned. */
    private static final String LISTING_STYLE = """
            .listing { white-space: pre; width: max-content; min-width: 100%; font-size: .8em; }
            @media print { .listing { width: auto; font-size: 7.5pt; } }
            """;

    private SheetHtml() {}

    /** The text by which a sheet is recognized as one of its exercise. */
    public static String exercise(Sheet sheet) {
        return Facts.one(SheetWords.EXERCISE, sheet.exercise()).toString();
    }

    /** The whole page. */
    public static String of(Sheet sheet) {
        Page page = begun(sheet, sheet.title());
        List<Html> questions = new ArrayList<>();
        questions.add(Tag.of("p").holding(RenderedMarkdown.inline(SheetWords.HOW_TO_ANSWER)));
        int number = 1;
        for (Sheet.Asked asked : sheet.questions()) {
            questions.add(question(
                    number++, asked, help(asked), Tag.of("p").styled("answer").text("Answer:")));
        }
        page.section("questions", "Questions", questions.toArray(Html[]::new));
        return ended(page, sheet);
    }

    /** A page with what comes before the questions. */
    public static Page begun(Sheet sheet, String title) {
        Page page = Page.titled(title).banner(Facts.of(SheetWords.facts(sheet)));
        if (!sheet.about().isBlank()) {
            page.add(RenderedMarkdown.blocks(sheet.about()));
        }
        StoryHtml.addTo(page, sheet.story(), sheet.picture().map(Picture::of).orElse(Html.NOTHING));
        if (sheet.picture().isPresent()) {
            page.style(Picture.style());
        }
        if (sheet.listing().isPresent()) {
            Listing listing = sheet.listing().get();
            page.style(LISTING_STYLE).section("listing", ListingWords.heading(listing), listing(listing));
        }
        if (!sheet.notes().isEmpty()) {
            page.section("notes", SheetWords.HOW_TO_READ, notes(sheet));
        }
        return page;
    }

    /** The page with what comes after the questions. */
    public static String ended(Page page, Sheet sheet) {
        if (!sheet.references().isEmpty()) {
            page.section("references", "Further reading", references(sheet));
        }
        return page.foot(Tag.of("p").text("Sheet made by mmaplab.")).html();
    }

    /** The questions, for a page of a platform, which has a title and fields for answers. */
    public static String fragment(Sheet sheet) {
        List<Html> pieces = new ArrayList<>();
        if (!sheet.about().isBlank()) {
            pieces.add(RenderedMarkdown.blocks(sheet.about()));
        }
        pieces.add(StoryHtml.fragment(sheet.story(), name -> true));
        sheet.listing().ifPresent(listing -> pieces.add(listing(listing)));
        if (!sheet.notes().isEmpty()) {
            pieces.add(notes(sheet));
        }
        pieces.add(
                Tag.of("p")
                        .text(
                                "Predict what happens on Linux. In the file below, write each answer after the name of its question."));
        List<Html> questions = new ArrayList<>();
        sheet.questions()
                .forEach(asked -> questions.add(Tag.of("li")
                        .holding(
                                Tag.of("strong").text(asked.name() + " "),
                                points(asked),
                                Html.of(about(asked, help(asked))))));
        pieces.add(Tag.of("ol").block(questions));
        return Html.of(pieces).toString();
    }

    private static Html listing(Listing listing) {
        List<Html> pieces = new ArrayList<>();
        pieces.add(Tag.of("p").holding(RenderedMarkdown.inline(ListingWords.before(listing))));
        // An element that scrolls must be reachable by keyboard, and then must have a name.
        pieces.add(Tag.of("div")
                .styled("wide")
                .with("role", "region")
                .with("tabindex", "0")
                .with("aria-label", "C, with numbered lines")
                .block(Tag.of("pre").styled("listing").text(ListingText.of(listing))));
        ListingWords.after(listing).forEach(sentence -> pieces.add(Tag.of("p").text(sentence)));
        return Html.of(pieces);
    }

    private static Html notes(Sheet sheet) {
        List<Html> items = new ArrayList<>();
        sheet.notes().forEach(note -> items.add(Tag.of("li").text(note)));
        return Tag.of("ul").block(items);
    }

    /**
     * A question.
     *
     * @param help which answers there are
     * @param field where the answer goes
     */
    public static Html question(int number, Sheet.Asked asked, Html help, Html field) {
        String id = "q-" + asked.name();
        List<Html> parts = new ArrayList<>();
        parts.add(Tag.of("h3").with("id", id).holding(Html.text(number + ". " + asked.name() + " "), points(asked)));
        parts.addAll(about(asked, help));
        parts.add(field);
        return Tag.of("article").styled("card").with("aria-labelledby", id).block(parts);
    }

    private static Html points(Sheet.Asked asked) {
        return Tag.of("span").styled("soft").text("(" + asked.points() + ")");
    }

    private static List<Html> about(Sheet.Asked asked, Html help) {
        List<Html> parts = new ArrayList<>();
        parts.add(RenderedMarkdown.blocks(asked.prompt()));
        parts.add(help);
        if (!asked.hint().isBlank()) {
            parts.add(Tag.of("details").holding(Tag.of("summary").text("Hint"), RenderedMarkdown.blocks(asked.hint())));
        }
        return parts;
    }

    private static Html help(Sheet.Asked asked) {
        Html boxes = asked.boxes().isEmpty() ? Html.NOTHING : boxes(asked);
        return Html.of(boxes, asked.choices().isEmpty() ? accepted(asked) : choices(asked));
    }

    /** What is accepted, which fields refer to. */
    static Html accepted(Sheet.Asked asked) {
        return Tag.of("p")
                .styled("soft")
                .with("id", "accepted-" + asked.name())
                .holding(RenderedMarkdown.inline(SheetWords.accepted(asked)));
    }

    private static Html boxes(Sheet.Asked asked) {
        Table table = Table.captioned(SheetWords.boxes(asked));
        SheetWords.COLUMNS_OF_BOXES.forEach(table::column);
        asked.boxes()
                .forEach(box -> table.row(
                        RenderedMarkdown.inline(box.page()), RenderedMarkdown.inline(box.process()), Html.NOTHING));
        return table.html();
    }

    private static Html choices(Sheet.Asked asked) {
        List<Html> items = new ArrayList<>();
        for (String choice : asked.choices()) {
            items.add(Tag.of("li").holding(Tag.of("code").text(choice)));
        }
        return Html.of(
                Tag.of("p").styled("soft").text("Choose one of these, and copy it exactly:"),
                Tag.of("ul").block(items));
    }

    private static Html references(Sheet sheet) {
        List<Html> items = new ArrayList<>();
        sheet.references().forEach(reference -> items.add(Tag.of("li").text(reference)));
        return Tag.of("ul").block(items);
    }
}
