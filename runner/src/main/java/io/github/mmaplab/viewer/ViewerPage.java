package io.github.mmaplab.viewer;

import io.github.mmaplab.explain.Reason;
import io.github.mmaplab.page.Html;
import io.github.mmaplab.page.Page;
import io.github.mmaplab.page.RenderedMarkdown;
import io.github.mmaplab.page.Tag;
import io.github.mmaplab.picture.Change;
import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.picture.Storyboard;
import io.github.mmaplab.picture.figure.Figure;
import io.github.mmaplab.picture.figure.Svg;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A run on one page, without a network: the file beside the picture, which a reader steps through by button, slider or key.
 * Without scripts, and on paper, all moments follow each other.
 */
public final class ViewerPage {

    private final Storyboard storyboard;
    private final Figure figure;
    private final Whys whys;

    private ViewerPage(Scenario scenario, Storyboard storyboard) {
        this.storyboard = storyboard;
        this.figure = Figure.of(storyboard);
        this.whys = new Whys(scenario, storyboard);
    }

    /** The text of the page that shows a run. */
    public static String of(Scenario scenario, Storyboard storyboard) {
        return new ViewerPage(scenario, storyboard).page().html();
    }

    private Page page() {
        Page page =
                Page.titled(storyboard.title()).style(resource("viewer.css")).style(Svg.style());
        storyboard.about().ifPresent(about -> page.banner(RenderedMarkdown.blocks(about)));
        String verdict = storyboard.passed() ? "Everything is as expected." : "Not everything is as expected.";
        page.banner(Tag.of("p").text(verdict));
        storyboard
                .stopped()
                .ifPresent(why -> page.banner(Tag.of("p").styled("note").text("The run stops: " + why)));
        List<Html> moments = new ArrayList<>();
        for (int i = 0; i < figure.count(); i++) {
            moments.add(moment(i));
        }
        page.add(Tag.of("div")
                .styled("viewer")
                .block(source(), Tag.of("div").styled("moments").block(controls(), Html.of(moments), details())));
        return page.script(resource("viewer.js"));
    }

    private Html source() {
        List<Html> lines = new ArrayList<>();
        for (String line : storyboard.source()) {
            lines.add(Tag.of("li").holding(Tag.of("code").text(line.isEmpty() ? " " : line)));
        }
        return Tag.of("section")
                .styled("source")
                .with("aria-labelledby", "source")
                .with("tabindex", "0")
                .block(
                        Tag.of("h2").with("id", "source").text(storyboard.file()),
                        Tag.of("ol").block(lines));
    }

    /** Shown by the script. */
    private Html controls() {
        String last = Integer.toString(figure.count() - 1);
        return Tag.of("div")
                .with("id", "controls")
                .with("hidden", "")
                .block(
                        button("first", "First"),
                        button("back", "Back"),
                        button("forward", "Forward"),
                        button("last", "Last"),
                        Tag.of("label")
                                .holding(
                                        Html.text("Moment "),
                                        Tag.of("input")
                                                .with("id", "slider")
                                                .with("type", "range")
                                                .with("min", "0")
                                                .with("max", last)
                                                .with("value", "0")
                                                .alone()),
                        Tag.of("span")
                                .with("id", "where")
                                .with("role", "status")
                                .text(""));
    }

    private static Html button(String id, String text) {
        return Tag.of("button").with("id", id).with("type", "button").text(text);
    }

    /** Where the script writes what was chosen in a picture, and why it is so. */
    private static Html details() {
        return Tag.of("div")
                .with("id", "details")
                .with("role", "status")
                .styled("note")
                .with("hidden", "")
                .text("");
    }

    private Html moment(int index) {
        Moment moment = storyboard.moments().get(index);
        List<Html> content = new ArrayList<>();
        content.add(Tag.of("h2").with("id", "moment-" + index).text(heading(moment)));
        content.add(Tag.of("div")
                .styled("picture")
                .with("tabindex", "0")
                .with("role", "group")
                .with("aria-label", "the picture, " + moment.when())
                .holding(Html.drawn(figure.bare(index))));
        content.add(changes(moment));
        content.add(checks(moment));
        content.add(whys(index));
        return Tag.of("section")
                .styled("moment")
                .with("aria-labelledby", "moment-" + index)
                .with("data-first", Integer.toString(moment.lines().first()))
                .with("data-last", Integer.toString(moment.lines().last()))
                .block(content);
    }

    private static String heading(Moment moment) {
        return switch (moment.kind()) {
            case BEGINNING -> "At the beginning";
            case END -> "At the end";
            case STEP ->
                "Step " + moment.step()
                        + moment.branch().map(branch -> " (" + branch + ")").orElse("") + ": " + moment.text();
        };
    }

    private static Html changes(Moment moment) {
        List<Html> items = new ArrayList<>();
        for (Moment.Attempt attempt : moment.outcomes()) {
            if (!attempt.came().equals("ok")) {
                items.add(Tag.of("li").text(attempt.came() + ": " + attempt.reason()));
            }
        }
        for (Change change : moment.changes()) {
            items.add(Tag.of("li").text(change.text()));
        }
        return items.isEmpty() ? Html.NOTHING : Tag.of("ul").block(items);
    }

    private static Html checks(Moment moment) {
        List<Html> items = new ArrayList<>();
        for (Moment.Check check : moment.checks()) {
            String text = check.problem().orElse(check.place() + ": as expected");
            items.add(Tag.of("li")
                    .styled(check.holds() ? "holds" : "broken")
                    .with("data-line", "" + check.line())
                    .text((check.holds() ? "\u2713 " : "\u2717 ") + text));
        }
        return items.isEmpty() ? Html.NOTHING : Tag.of("ul").styled("checks").block(items);
    }

    private Html whys(int index) {
        List<Html> list = new ArrayList<>();
        for (Whys.Why why : whys.at(index)) {
            List<Html> reasons = new ArrayList<>();
            for (Reason reason : why.explanation().reasons()) {
                reasons.add(Tag.of("li").text(reason.when() + ": " + reason.text()));
            }
            why.explanation().rules().forEach(rule -> reasons.add(Tag.of("li").text("rule: " + rule.sentence())));
            list.add(Tag.of("div")
                    .styled("why")
                    .with("data-subject", why.subject())
                    .block(
                            Tag.of("p").text(why.explanation().answer()),
                            Tag.of("ul").block(reasons)));
        }
        if (list.isEmpty()) {
            return Html.NOTHING;
        }
        list.add(0, Tag.of("summary").text("Why it is so"));
        return Tag.of("details").block(list);
    }

    private static String resource(String name) {
        try (InputStream in = ViewerPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
