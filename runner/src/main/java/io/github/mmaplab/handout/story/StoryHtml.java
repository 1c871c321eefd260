package io.github.mmaplab.handout.story;

import io.github.mmaplab.answer.Wording;
import io.github.mmaplab.markup.Html;
import io.github.mmaplab.markup.Tag;
import io.github.mmaplab.page.Page;
import io.github.mmaplab.page.RenderedMarkdown;
import io.github.mmaplab.page.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A story on a page: tables of the initial state, a list of the steps. */
public final class StoryHtml {
    private StoryHtml() {}

    /**
     * Adds the sections of the story.
     *
     * @param picture of the beginning; may be empty
     */
    public static void addTo(Page page, Story story, Html picture) {
        page.section("beginning", "At the beginning", Html.of(beginning(story)), picture);
        if (!story.steps().isEmpty()) {
            page.section("steps", "What happens", steps(story));
        }
    }

    /**
     * The story for a page of a platform, without headings.
     *
     * @param shown whether the question with a name is on that page
     */
    public static Html fragment(Story story, Predicate<String> shown) {
        List<Html> pieces = new ArrayList<>(beginning(story));
        Lists lists = new Lists("");
        for (Story.Line line : story.steps()) {
            String sentence = line.questions().isEmpty()
                    ? line.sentence()
                    : line.questions().stream().anyMatch(shown)
                            ? "The questions below are about this moment."
                            : "Another question is about this moment.";
            lists.add(line, RenderedMarkdown.inline(sentence), RenderedMarkdown.blocks(line.note()));
        }
        pieces.add(lists.html());
        return Html.of(pieces);
    }

    private static List<Html> beginning(Story story) {
        List<Html> beginning = new ArrayList<>();
        beginning.add(Tag.of("p").text("A page has " + story.pageSize() + " bytes."));
        if (!story.files().isEmpty()) {
            beginning.add(files(story));
        }
        if (!story.mappings().isEmpty()) {
            beginning.add(mappings(story));
        }
        if (!story.unmapped().isEmpty()) {
            beginning.add(Tag.of("p").holding(RenderedMarkdown.inline(unmapped(story))));
        }
        return beginning;
    }

    static String unmapped(Story story) {
        boolean one = story.unmapped().size() == 1;
        return (one ? "The process " : "The processes ") + Wording.list(story.unmapped()) + (one ? " maps" : " map")
                + " nothing yet.";
    }

    private static Html files(Story story) {
        List<List<String>> rows = new ArrayList<>();
        story.files().forEach(file -> rows.add(List.of(file.name(), file.length(), file.content(), file.further())));
        return table("The files", List.of("file", "length", "content", "notes"), rows);
    }

    private static Html mappings(Story story) {
        List<List<String>> rows = new ArrayList<>();
        for (Story.Mapped each : story.mappings()) {
            rows.add(List.of(
                    each.process(),
                    each.name(),
                    each.what(),
                    each.sharing(),
                    each.protection(),
                    each.offset(),
                    each.length(),
                    each.further()));
        }
        return table(
                "The mappings of the processes",
                List.of("process", "mapping", "maps", "sharing", "protection", "offset", "length", "notes"),
                rows);
    }

    private static Html table(String caption, List<String> headers, List<List<String>> rows) {
        List<Integer> columns = saying(headers.size(), rows);
        Table table = Table.captioned(caption);
        columns.forEach(column -> table.column(headers.get(column)));
        rows.forEach(cells -> table.row(columns.stream()
                .map(column -> RenderedMarkdown.inline(cells.get(column)))
                .toList()));
        return table.html();
    }

    /** The columns that have text in some row. */
    static List<Integer> saying(int columns, List<List<String>> rows) {
        return IntStream.range(0, columns)
                .filter(column ->
                        rows.stream().anyMatch(cells -> !cells.get(column).isEmpty()))
                .boxed()
                .toList();
    }

    private static Html steps(Story story) {
        Lists lists = new Lists("steps");
        for (Story.Line line : story.steps()) {
            Html sentence = line.questions().isEmpty() ? RenderedMarkdown.inline(line.sentence()) : questions(line);
            Html note = line.note().isBlank()
                    ? Html.NOTHING
                    : Tag.of("div").styled("note").holding(RenderedMarkdown.blocks(line.note()));
            lists.add(line, sentence, note);
        }
        return lists.html();
    }

    /** Steps as numbered lists. A heading ends a list, and so does what has no number. */
    private static final class Lists {
        private final String style;
        private final List<Html> pieces = new ArrayList<>();
        private final List<Html> items = new ArrayList<>();
        private int first;

        Lists(String style) {
            this.style = style;
        }

        void add(Story.Line line, Html sentence, Html note) {
            if (!line.heading().isBlank()) {
                close();
                pieces.add(Tag.of("p").holding(RenderedMarkdown.inline(line.heading())));
            }
            if (line.number() == 0) {
                close();
                pieces.add(Tag.of("p").holding(sentence));
                pieces.add(note);
                return;
            }
            first = items.isEmpty() ? line.number() : first;
            items.add(Tag.of("li").holding(sentence, note));
        }

        private void close() {
            if (!items.isEmpty()) {
                Tag list = Tag.of("ol");
                list = style.isEmpty() ? list : list.styled(style);
                list = first == 1 ? list : list.with("start", String.valueOf(first));
                pieces.add(list.block(items));
                items.clear();
            }
        }

        Html html() {
            close();
            return Html.of(pieces);
        }
    }

    /** The questions at this point, with links to them. */
    private static Html questions(Story.Line line) {
        List<Html> pieces = new ArrayList<>();
        pieces.add(Html.text(line.questions().size() == 1 ? "Question " : "Questions "));
        for (int i = 0; i < line.questions().size(); i++) {
            String name = line.questions().get(i);
            boolean last = i == line.questions().size() - 1;
            pieces.add(Html.text(i == 0 ? "" : last ? " and " : ", "));
            pieces.add(Tag.of("a").with("href", "#q-" + name).text(name));
        }
        pieces.add(Html.text((line.questions().size() == 1 ? " is" : " are") + " about this moment."));
        return Html.of(pieces);
    }
}
