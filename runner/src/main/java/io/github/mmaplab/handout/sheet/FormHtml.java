package io.github.mmaplab.handout.sheet;

import io.github.mmaplab.markup.Html;
import io.github.mmaplab.markup.Tag;
import io.github.mmaplab.page.Page;
import java.util.ArrayList;
import java.util.List;

/** A sheet as a page with a form, which writes the prediction file. Like the sheet, it contains neither key nor kernel. */
public final class FormHtml {
    private FormHtml() {}

    /**
     * The whole page.
     *
     * @param file the name of the prediction file
     */
    public static String of(Sheet sheet, String file) {
        Page page = SheetHtml.begun(sheet, sheet.title());
        List<Html> form = new ArrayList<>();
        form.add(Tag.of("p")
                .styled("note")
                .with("id", "without-scripts")
                .text("This form needs JavaScript. Without it, write your answers in the prediction file that came with"
                        + " this page."));
        form.add(Tag.of("p")
                .text("Predict what happens on Linux. Leave a question empty if you do not know the answer."));
        int number = 1;
        for (Sheet.Asked asked : sheet.questions()) {
            form.add(SheetHtml.question(number++, asked, FieldHtml.help(asked), FieldHtml.of(asked)));
        }
        form.add(ending(sheet));
        page.section(
                "questions",
                "Questions",
                Tag.of("form")
                        .with("id", "form")
                        .with("autocomplete", "off")
                        .with("data-file", file)
                        .with("data-exercise", PredictionTemplate.scalar(sheet.exercise()))
                        .with(
                                "data-student",
                                sheet.recipient()
                                        .student()
                                        .map(PredictionTemplate::scalar)
                                        .orElse(""))
                        .with(
                                "data-variant",
                                sheet.code().map(PredictionTemplate::scalar).orElse(""))
                        .block(form));
        return SheetHtml.ended(page.style(FieldHtml.STYLE).script(FieldHtml.script(FormHtml.class, "form.js")), sheet);
    }

    /** What comes after the questions. */
    private static Html ending(Sheet sheet) {
        List<Html> parts = new ArrayList<>(List.of(Tag.of("h3").text("Hand in")));
        if (sheet.recipient().student().isEmpty()) {
            parts.add(Tag.of("label").with("for", "student").styled("field").text("Your id"));
            parts.add(Tag.of("input")
                    .with("id", "student")
                    .with("type", "text")
                    .with("autocomplete", "off")
                    .with("required", "")
                    .alone());
        }
        parts.add(Tag.of("p")
                .text("Save the prediction file, and hand it in. Nothing is sent anywhere by this page; it keeps your"
                        + " answers in this browser."));
        parts.add(Tag.of("button").with("id", "save").with("type", "submit").text("Save the prediction file"));
        parts.add(Tag.of("button").with("id", "clear").with("type", "button").text("Clear all answers"));
        parts.add(Tag.of("p").with("id", "state").with("role", "status").text(""));
        parts.add(Tag.of("details")
                .block(
                        Tag.of("summary").text("The prediction file"),
                        Tag.of("pre")
                                .with("id", "prediction")
                                .with("tabindex", "0")
                                .text("")));
        return Tag.of("div").styled("card").block(parts);
    }
}
