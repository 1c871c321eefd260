package io.github.mmaplab.handout.story;

import io.github.mmaplab.page.Markdown;
import java.util.ArrayList;
import java.util.List;

/** A story as Markdown: tables of the initial state, a list of the steps. */
public final class StoryMarkdown {
    private final StringBuilder text = new StringBuilder();

    private StoryMarkdown() {}

    /** The story, with headings of the second level; ends with a line feed. */
    public static String of(Story story) {
        StoryMarkdown markdown = new StoryMarkdown();
        markdown.beginning(story);
        markdown.steps(story);
        return markdown.text.toString();
    }

    private void beginning(Story story) {
        text.append("## At the beginning\n\nA page has ")
                .append(story.pageSize())
                .append(" bytes.\n");
        if (!story.files().isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            story.files()
                    .forEach(file -> rows.add(List.of(file.name(), file.length(), file.content(), file.further())));
            table(List.of("file", "length", "content", "notes"), rows);
        }
        if (!story.mappings().isEmpty()) {
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
            table(List.of("process", "mapping", "maps", "sharing", "protection", "offset", "length", "notes"), rows);
        }
        if (!story.unmapped().isEmpty()) {
            text.append("\n").append(StoryHtml.unmapped(story)).append("\n");
        }
    }

    /** A table without the columns that have no text. */
    private void table(List<String> headers, List<List<String>> rows) {
        List<Integer> columns = StoryHtml.saying(headers.size(), rows);
        row(columns.stream().map(headers::get).toList(), "\n");
        row(columns.stream().map(column -> "---").toList(), "");
        rows.forEach(cells -> row(
                columns.stream().map(column -> Markdown.cell(cells.get(column))).toList(), ""));
    }

    private void row(List<String> cells, String before) {
        text.append(before).append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private void steps(Story story) {
        if (story.steps().isEmpty()) {
            return;
        }
        text.append("\n## What happens\n\n");
        for (Story.Line line : story.steps()) {
            boolean counts = line.number() > 0;
            String indent = counts ? "   " : "";
            if (!line.heading().isBlank()) {
                blankLine();
                text.append(line.heading()).append("\n\n");
            }
            if (!counts) {
                blankLine();
            }
            text.append(counts ? line.number() + ". " : "")
                    .append(line.sentence())
                    .append('\n');
            if (!line.note().isBlank()) {
                text.append('\n')
                        .append(indent)
                        .append(line.note().strip().replaceAll("\\R", "\n" + indent))
                        .append('\n');
            }
            if (!counts || !line.note().isBlank()) {
                blankLine();
            }
        }
        text.setLength(text.length() - (endsWithBlankLine() ? 1 : 0));
    }

    private void blankLine() {
        text.append(endsWithBlankLine() ? "" : "\n");
    }

    private boolean endsWithBlankLine() {
        return text.lastIndexOf("\n\n") == text.length() - 2;
    }
}
