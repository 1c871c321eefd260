package io.github.mmaplab.viewer;

import io.github.mmaplab.explain.Explanation;
import io.github.mmaplab.explain.Reason;
import io.github.mmaplab.markup.Html;
import io.github.mmaplab.markup.Tag;
import io.github.mmaplab.picture.Change;
import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.picture.Storyboard;
import io.github.mmaplab.picture.figure.Figure;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.List;

/** A run for a page on which a reader steps through it: one section for each moment, and what the script of the page needs. */
public final class Viewer {

    /** The most places explained on a page, counted from the first moment. */
    private static final int MOST_EXPLAINED = 60;

    /** What a reader waits for: the places explained, times the square of the operations, which is what one of them takes. */
    private static final long PATIENCE = 200_000;

    private final Storyboard storyboard;
    private final Figure figure;
    private final Whys whys;

    private final String prefix;

    private Viewer(Scenario scenario, Storyboard storyboard, String prefix) {
        this.storyboard = storyboard;
        this.prefix = prefix;
        this.figure = Figure.of(storyboard);
        this.whys = new Whys(scenario, storyboard);
    }

    /**
     * The run of a scenario, in the order that the storyboard shows.
     *
     * @param prefix what the identifiers of the sections begin with, if a page has several runs; it has the name of this one
     *     in an element with the prefix and {@code name} as its identifier
     */
    public static Viewer of(Scenario scenario, Storyboard storyboard, String prefix) {
        return new Viewer(scenario, storyboard, prefix);
    }

    /** The number of moments. */
    public int count() {
        return figure.count();
    }

    /** Whether all is as expected, in a sentence. */
    public String verdict() {
        return storyboard.passed() ? "Everything is as expected." : "Not everything is as expected.";
    }

    /** Shown by the script: buttons and the slider, and where the reader is. */
    public static Html controls() {
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
    public static Html details() {
        return Tag.of("div")
                .with("id", "details")
                .with("role", "status")
                .styled("note")
                .with("hidden", "")
                .text("");
    }

    /** How many places the moments explain: none in a long run. */
    public int explained() {
        long operations = 1;
        for (Moment moment : storyboard.moments()) {
            operations += moment.outcomes().size();
        }
        return (int) Math.min(MOST_EXPLAINED, PATIENCE / (operations * operations));
    }

    /**
     * All moments with their pictures and reasons, so that they can be read without a script. To a browser with scripts the
     * pictures are text, which is quickly read; the script draws those that are shown.
     */
    public Html moments() {
        List<Html> moments = new ArrayList<>();
        int left = explained();
        for (int i = 0; i < count(); i++) {
            List<Whys.Changed> changed = whys.changed(i);
            List<Whys.Changed> some = changed.subList(0, Math.min(left, changed.size()));
            left -= some.size();
            moments.add(section(i, Tag.of("noscript").holding(picture(i)), reasons(some)));
        }
        return Html.of(moments);
    }

    /** All moments without their pictures, which the script asks for as they are shown. */
    public Html outline() {
        List<Html> moments = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            moments.add(section(i, Html.NOTHING, Html.NOTHING));
        }
        return Html.of(moments);
    }

    /** The picture of a moment. */
    public Html picture(int index) {
        return Html.drawn(figure.bare(index));
    }

    /**
     * Why a page of a process holds what it holds at a moment; nothing if it has not changed until then.
     *
     * @param subject what of the picture was chosen
     */
    public Html why(int index, String subject) {
        return whys.last(index, subject).map(this::reason).orElse(Html.NOTHING);
    }

    private Html section(int index, Html picture, Html reasons) {
        Moment moment = storyboard.moments().get(index);
        String heading = prefix + "moment-" + index;
        String name = prefix.isEmpty() ? heading : prefix + "name " + heading;
        return Tag.of("section")
                .styled("moment")
                .with("aria-labelledby", name)
                .with("data-first", Integer.toString(moment.lines().first()))
                .with("data-last", Integer.toString(moment.lines().last()))
                .block(
                        Tag.of("h2").with("id", heading).text(heading(moment)),
                        Tag.of("div")
                                .styled("picture")
                                .with("tabindex", "0")
                                .with("role", "group")
                                .with("aria-label", "the picture, " + moment.when())
                                .holding(picture),
                        changes(moment),
                        checks(moment),
                        reasons);
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

    private Html reasons(List<Whys.Changed> changed) {
        if (changed.isEmpty()) {
            return Html.NOTHING;
        }
        List<Html> list = new ArrayList<>();
        list.add(Tag.of("summary").text("Why it is so"));
        for (Whys.Changed each : changed) {
            list.add(reason(each));
        }
        return Tag.of("details").block(list);
    }

    private Html reason(Whys.Changed changed) {
        Explanation explanation = whys.explain(changed);
        List<Html> reasons = new ArrayList<>();
        for (Reason reason : explanation.reasons()) {
            reasons.add(Tag.of("li").text(reason.when() + ": " + reason.text()));
        }
        explanation.rules().forEach(rule -> reasons.add(Tag.of("li").text("rule: " + rule.sentence())));
        return Tag.of("div")
                .styled("why")
                .with("data-subject", changed.subject())
                .block(Tag.of("p").text(explanation.answer()), Tag.of("ul").block(reasons));
    }
}
