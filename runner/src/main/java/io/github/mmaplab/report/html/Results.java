package io.github.mmaplab.report.html;

import io.github.mmaplab.markup.Html;
import io.github.mmaplab.markup.Tag;
import io.github.mmaplab.page.Badge;
import io.github.mmaplab.report.Fate;
import io.github.mmaplab.report.FileProblems;
import io.github.mmaplab.report.ReportedRun;
import io.github.mmaplab.report.Seconds;
import java.util.ArrayList;
import java.util.List;

/** The parts of a page about a single run. */
final class Results {

    private Results() {}

    /** A run with details: a card with the title, the place, the tags and the story. */
    static Html card(ReportedRun run) {
        List<Html> parts = new ArrayList<>();
        parts.add(heading(word(run), run.title()));
        parts.add(Tag.of("p").holding(facts(run)));
        if (run.findings().isEmpty()) {
            parts.add(Tag.of("p").text(run.message()));
        } else {
            parts.add(story(run.drawn(), "Report on " + run.title()));
        }
        return marked("article", word(run), run.scenario().tags())
                .styled("card")
                .block(parts);
    }

    /** An invalid file: a card with its problems. */
    static Html card(String verdict, FileProblems file) {
        return marked("article", verdict, List.of())
                .styled("card")
                .block(heading(verdict, file.name()), story(file.drawn(), verdict + ": " + file.name()));
    }

    private static Html heading(String verdict, String title) {
        return Tag.of("h3").holding(verdict(verdict), Html.text(" " + title));
    }

    /** A run that passed: a line. */
    static Html line(ReportedRun run) {
        return marked("li", word(run), run.scenario().tags())
                .holding(verdict(word(run)), Tag.of("span").text(run.title()), facts(run));
    }

    private static Html facts(ReportedRun run) {
        List<Html> facts = new ArrayList<>();
        facts.add(Tag.of("code").text(run.file() + ":" + run.line()));
        if (run.nanos() > 0) {
            facts.add(Tag.of("span").styled("soft").text(Seconds.brief(run.nanos())));
        }
        for (String tag : run.scenario().tags()) {
            facts.add(Tag.of("span").styled("tag").text(tag));
        }
        List<Html> spaced = new ArrayList<>();
        for (Html fact : facts) {
            spaced.add(fact);
            spaced.add(Html.text(" "));
        }
        return Html.of(spaced);
    }

    /** A drawing, which may be wider than the window: it scrolls, and can be reached by keyboard. */
    static Html story(String drawn, String name) {
        return Tag.of("pre")
                .with("tabindex", "0")
                .with("role", "group")
                .with("aria-label", name)
                .text(drawn.stripTrailing());
    }

    /** An element that the filter finds. */
    static Tag marked(String element, String verdict, List<String> tags) {
        return Tag.of(element).with("data-verdict", verdict).with("data-tags", " " + String.join(" ", tags) + " ");
    }

    /** The verdict with its sign. */
    static Html verdict(String word) {
        return switch (word) {
            case "passed" -> Badge.GOOD.html(word);
            case "not checked", "not run", "passed in part", "warning" -> Badge.ODD.html(word);
            default -> Badge.BAD.html(word);
        };
    }

    /** The result of a run in words. */
    static String word(ReportedRun run) {
        boolean part = run.fate() == Fate.PASSED && !run.findings().isEmpty();
        return part ? "passed in part" : run.fate().word().replace('-', ' ');
    }
}
