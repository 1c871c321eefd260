package io.github.mmaplab.handout.sheet;

import io.github.mmaplab.markup.Html;
import io.github.mmaplab.markup.Tag;
import io.github.mmaplab.page.RenderedMarkdown;
import io.github.mmaplab.page.Resource;
import io.github.mmaplab.page.Table;
import java.util.ArrayList;
import java.util.List;

/** The fields of a form. Its script reads them by their attributes. */
public final class FieldHtml {
    private static final String LABEL = "Your answer";

    private FieldHtml() {}

    /** The style of fields. */
    public static final String STYLE = """
            fieldset { border: 0; margin: 0 0 .75rem; padding: 0; }
            legend, .field { font-weight: 600; padding: 0; }
            .field { display: block; }
            .option { display: inline-block; margin: .3rem 1.25rem .3rem 0; }
            .option input { width: 1.1rem; height: 1.1rem; vertical-align: -.15rem; margin: 0 .4rem 0 0; }
            input[type=text], textarea { font: 1rem/1.5 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
              color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: .3rem;
              padding: .4rem .6rem; width: 100%; max-width: 30rem; }
            button { font: inherit; color: var(--ink); background: var(--shade); border: 1px solid var(--soft);
              border-radius: .3rem; padding: .4rem 1rem; min-height: 2.5rem; margin: 0 .5rem .75rem 0; cursor: pointer; }
            input:focus-visible, textarea:focus-visible, button:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
            td input[type=text] { width: 8rem; }
            .doubt { color: var(--odd); margin: .3rem 0 .75rem; }
            @media print { button { display: none; } }
            """;

    /** What is accepted, unless the field shows all answers there are. */
    public static Html help(Sheet.Asked asked) {
        boolean offered = asked.field() instanceof Field.One || asked.field() instanceof Field.Some;
        return offered ? Html.NOTHING : SheetHtml.accepted(asked);
    }

    /** The field of a question. What is accepted has the identifier {@code accepted-NAME}. */
    public static Html of(Sheet.Asked asked) {
        Field field = asked.field();
        if (field instanceof Field.One one) {
            return group(asked, "one", "radio", "", "no answer", one.choices());
        }
        if (field instanceof Field.Some some) {
            return group(asked, "some", "checkbox", "none", "none of them", some.choices());
        }
        if (field instanceof Field.Cells) {
            return question(asked, "cells").block(cells(asked));
        }
        String id = "a-" + asked.name();
        Tag box = typed(field instanceof Field.Lines ? "textarea" : "input", id)
                .with("aria-describedby", "accepted-" + asked.name() + " doubt-" + asked.name());
        Html label = Tag.of("label")
                .with("for", id)
                .styled("field")
                .text(field instanceof Field.Lines ? LABEL + "s, one a line" : LABEL);
        Html doubt = Tag.of("p")
                .with("id", "doubt-" + asked.name())
                .styled("doubt")
                .with("hidden", "")
                .text("Is this what you mean? Compare it with what is accepted.");
        if (field instanceof Field.Line line) {
            return question(asked, "line")
                    .with("data-pattern", line.pattern())
                    .block(label, box.with("type", "text").alone(), doubt);
        }
        return question(asked, "lines").block(label, box.with("rows", "4").text(""), doubt);
    }

    /**
     * The script of a page with fields.
     *
     * @param page which class writes the page
     * @param name the file of the script, beside that class
     */
    public static String script(Class<?> page, String name) {
        return Resource.text(FieldHtml.class, "fields.js") + Resource.text(page, name);
    }

    /** An element in which an answer is typed literally. */
    private static Tag typed(String element, String id) {
        return Tag.of(element)
                .with("id", id)
                .with("autocomplete", "off")
                .with("autocapitalize", "off")
                .with("autocorrect", "off")
                .with("spellcheck", "false");
    }

    private static Html cells(Sheet.Asked asked) {
        Table table = Table.captioned(SheetWords.boxes(asked));
        SheetWords.COLUMNS_OF_BOXES.forEach(table::column);
        int row = 0;
        for (Sheet.Box box : asked.boxes()) {
            String place = RenderedMarkdown.plain(box.page()) + " of " + RenderedMarkdown.plain(box.process());
            Html cell = typed("input", "cell-" + asked.name() + "-" + row++)
                    .with("type", "text")
                    .with("aria-label", "physical page for " + place)
                    .with("aria-describedby", "accepted-" + asked.name())
                    .alone();
            table.row(RenderedMarkdown.inline(box.page()), RenderedMarkdown.inline(box.process()), cell);
        }
        return table.html();
    }

    private static Tag question(Sheet.Asked asked, String kind) {
        return Tag.of("div").with("data-question", asked.name()).with("data-kind", kind);
    }

    /**
     * Options to choose from.
     *
     * @param other the value of the last one
     * @param words what the last one says
     */
    private static Html group(
            Sheet.Asked asked, String kind, String type, String other, String words, List<String> choices) {
        List<Html> parts = new ArrayList<>(List.of(Tag.of("legend").text(LABEL)));
        for (String choice : choices) {
            parts.add(option(asked, type, choice, Tag.of("code").text(choice), false));
        }
        parts.add(option(asked, type, other, Html.text(words), other.isEmpty()));
        return question(asked, kind).block(Tag.of("fieldset").block(parts));
    }

    private static Html option(Sheet.Asked asked, String type, String value, Html words, boolean chosen) {
        Tag input =
                Tag.of("input").with("type", type).with("name", asked.name()).with("value", value);
        return Tag.of("label")
                .styled("option")
                .holding(chosen ? input.with("checked", "").alone() : input.alone(), words);
    }
}
