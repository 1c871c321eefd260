package io.github.mmaplab.handout.key;

import io.github.mmaplab.handout.story.StoryHtml;
import io.github.mmaplab.markup.Html;
import io.github.mmaplab.markup.Tag;
import io.github.mmaplab.page.Facts;
import io.github.mmaplab.page.Page;
import io.github.mmaplab.page.Picture;
import io.github.mmaplab.page.RenderedMarkdown;
import io.github.mmaplab.page.Table;
import java.util.ArrayList;
import java.util.List;

/** A key as a page. */
public final class KeyHtml {
    private KeyHtml() {}

    /** The whole page. */
    public static String of(Key key) {
        Page page = Page.titled("Key: " + key.title()).banner(Facts.of(KeyWords.facts(key)));
        StoryHtml.addTo(page, key.story(), Html.NOTHING);
        List<Html> questions = new ArrayList<>();
        int number = 1;
        for (Key.Solved solved : key.questions()) {
            questions.add(solved(number++, solved));
        }
        page.section("questions", "Questions and right answers", questions.toArray(Html[]::new));
        if (!key.pictures().isEmpty()) {
            page.style(Picture.style()).section("pictures", "The steps that decide", pictures(key));
        }
        page.section("misconceptions", "Wrong answers by misconception", mistaken(key));
        return page.foot(Tag.of("p").text("Key made by mmaplab. Do not give it to students."))
                .html();
    }

    private static Html solved(int number, Key.Solved solved) {
        List<Html> parts = new ArrayList<>();
        String id = "q-" + solved.name();
        parts.add(Tag.of("h3")
                .with("id", id)
                .holding(
                        Html.text(number + ". " + solved.name() + " "),
                        Tag.of("span").styled("soft").text("(" + solved.points() + ")")));
        parts.add(RenderedMarkdown.blocks(solved.prompt()));
        if (!solved.answer().isEmpty()) {
            parts.add(Tag.of("p")
                    .holding(Html.text("Right answer: "), Tag.of("strong").holding(code(solved.answer()))));
        }
        if (!solved.accepted().isEmpty()) {
            parts.add(codes("Also accepted: ", solved.accepted()));
        }
        if (solved.everybody()) {
            parts.add(Tag.of("p").text(KeyWords.EVERYBODY));
        }
        if (!solved.choices().isEmpty()) {
            parts.add(codes("Offered: ", solved.choices()));
        }
        List<Html> lines = new ArrayList<>();
        KeyWords.lines(solved.explanation())
                .forEach(line -> lines.add(Tag.of("li").text(line)));
        parts.add(Tag.of("p").text(solved.explanation().answer() + (lines.isEmpty() ? "." : ":")));
        if (!lines.isEmpty()) {
            parts.add(Tag.of("ul").block(lines));
        }
        if (!solved.steps().isEmpty()) {
            parts.add(links(solved.steps()));
        }
        return Tag.of("article").styled("card").with("aria-labelledby", id).block(parts);
    }

    private static Html codes(String before, List<String> texts) {
        List<Html> parts = new ArrayList<>(List.of(Html.text(before)));
        for (String text : texts) {
            parts.add(code(text));
            parts.add(Html.text(" "));
        }
        return Tag.of("p").holding(parts);
    }

    private static Html code(String text) {
        return Tag.of("code").text(text);
    }

    /** Links to the pictures of steps. */
    private static Html links(List<Integer> steps) {
        List<Html> links = new ArrayList<>(List.of(Html.text(steps.size() == 1 ? "Picture: " : "Pictures: ")));
        for (int i = 0; i < steps.size(); i++) {
            links.add(Html.text(i == 0 ? "" : ", "));
            links.add(Tag.of("a")
                    .with("href", "#picture-" + steps.get(i))
                    .text(steps.get(i) == 0 ? "the beginning" : "step " + steps.get(i)));
        }
        return Tag.of("p").holding(links);
    }

    private static Html pictures(Key key) {
        List<Html> pictures = new ArrayList<>();
        for (Key.Pictured pictured : key.pictures()) {
            pictures.add(Tag.of("div").with("id", "picture-" + pictured.step()).block(Picture.of(pictured.drawing())));
        }
        return Html.of(pictures);
    }

    private static Html mistaken(Key key) {
        List<Html> parts = new ArrayList<>();
        if (!key.mistaken().isEmpty()) {
            Table table = Table.captioned("What each misconception answers; an empty cell means the right answer")
                    .column("misconception");
            key.questions().forEach(solved -> table.column(solved.name()));
            for (Key.Mistaken mistaken : key.mistaken()) {
                List<Html> cells = new ArrayList<>();
                cells.add(Html.text(mistaken.misconception().id() + ": "
                        + mistaken.misconception().belief()));
                key.questions().forEach(solved -> {
                    String wrong = mistaken.wrong().getOrDefault(solved.name(), "");
                    cells.add(wrong.isEmpty() ? Html.NOTHING : code(wrong));
                });
                table.row(cells);
            }
            parts.add(table.html());
        }
        if (!key.unnoticed().isEmpty()) {
            parts.add(Tag.of("p")
                    .text("These misconceptions answer every question right: " + KeyWords.unnoticed(key) + "."));
        }
        return Html.of(parts);
    }
}
