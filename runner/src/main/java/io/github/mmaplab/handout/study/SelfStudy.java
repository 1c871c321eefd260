package io.github.mmaplab.handout.study;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.handout.key.Key;
import io.github.mmaplab.handout.key.KeyWords;
import io.github.mmaplab.handout.sheet.FieldHtml;
import io.github.mmaplab.handout.sheet.Sheet;
import io.github.mmaplab.handout.sheet.SheetHtml;
import io.github.mmaplab.handout.story.Story;
import io.github.mmaplab.markup.Html;
import io.github.mmaplab.markup.Tag;
import io.github.mmaplab.page.Page;
import io.github.mmaplab.page.Picture;
import io.github.mmaplab.page.RenderedMarkdown;
import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.picture.Storyboard;
import io.github.mmaplab.picture.figure.Figure;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.scenario.model.Variant;
import io.github.mmaplab.show.Storyboards;
import java.util.ArrayList;
import java.util.List;

/** A page for self-study. It contains the answers, and says so. */
public final class SelfStudy {
    private final Sheet sheet;
    private final Key key;
    private final Storyboard storyboard;
    private final Figure figure;
    private final Scenes scenes;

    private SelfStudy(Sheet sheet, Key key, Storyboard storyboard) {
        this.sheet = sheet;
        this.key = key;
        this.storyboard = storyboard;
        this.figure = Figure.of(storyboard);
        this.scenes = new Scenes(key);
    }

    /**
     * The whole page.
     *
     * @param sheet a sheet of that variant, in words
     */
    public static String of(Assignment assignment, Variant variant, Sheet sheet) {
        Key key = Key.of(assignment, variant, List.of());
        Storyboard storyboard = Storyboards.of(Orders.first(assignment.story(variant)));
        return new SelfStudy(sheet, key, storyboard).html();
    }

    private String html() {
        Page page = SheetHtml.begun(sheet.beginningAlone(), "Self-study: " + sheet.title());
        page.banner(Tag.of("p")
                .styled("note")
                .text("For self-study, not for grades: this page contains the answers. Answer each question before"
                        + " you go on."));
        storyboard
                .order()
                .ifPresent(order -> page.banner(
                        Tag.of("p").text("Of the orders in which the steps can run, the pictures show one: " + order)));
        List<Html> all = new ArrayList<>();
        int number = 0;
        for (Scenes.Scene scene : scenes.of(storyboard.moments())) {
            all.add(scene(number++, scene));
        }
        all.add(Tag.of("p").with("id", "state").with("role", "status").text(""));
        all.add(Tag.of("button")
                .with("id", "next")
                .with("type", "button")
                .with("hidden", "")
                .text("Go on"));
        page.add(Tag.of("div").with("id", "study").block(all));
        page.style(Picture.style()).style(FieldHtml.STYLE).script(FieldHtml.script(SelfStudy.class, "study.js"));
        return SheetHtml.ended(page, sheet);
    }

    private Html scene(int number, Scenes.Scene scene) {
        String id = "scene-" + number;
        List<Html> parts = new ArrayList<>();
        boolean asks = !scene.questions().isEmpty();
        String heading = asks ? "What comes next?" : "What happens";
        parts.add(Tag.of("h2").with("id", id).with("tabindex", "-1").text(heading + " (" + (number + 1) + ")"));
        if (asks) {
            parts.add(steps(scene));
            scene.questions().forEach(name -> parts.add(question(name)));
        }
        List<Html> pictures = new ArrayList<>();
        for (int moment : scene.moments()) {
            pictures.add(asks ? Html.NOTHING : told(storyboard.moments().get(moment)));
            pictures.add(Picture.of(figure.captioned(moment)));
        }
        parts.add(Tag.of("div").styled("shown").block(pictures));
        return Tag.of("section").styled("scene").with("aria-labelledby", id).block(parts);
    }

    /** What happens between the questions and the answers. */
    private Html steps(Scenes.Scene scene) {
        List<Html> told = new ArrayList<>();
        scene.moments().forEach(moment -> told.add(told(storyboard.moments().get(moment))));
        return Html.of(told);
    }

    private Html told(Moment moment) {
        if (moment.kind() == Moment.Kind.BEGINNING) {
            return Html.NOTHING;
        }
        Story.Line line = scenes.line(moment);
        Html note = line.note().isBlank()
                ? Html.NOTHING
                : Tag.of("div").styled("note").holding(RenderedMarkdown.blocks(line.note()));
        return Html.of(
                Tag.of("p")
                        .holding(
                                Tag.of("strong").text("Step " + moment.step() + ": "),
                                RenderedMarkdown.inline(line.sentence())),
                note);
    }

    private Html question(String name) {
        int number = 1;
        for (Sheet.Asked asked : sheet.questions()) {
            if (asked.name().equals(name)) {
                Html field = Html.of(FieldHtml.of(asked), solution(name));
                return SheetHtml.question(number, asked, FieldHtml.help(asked), field);
            }
            number++;
        }
        throw new IllegalStateException("no question " + name);
    }

    private Html solution(String name) {
        for (Key.Solved solved : key.questions()) {
            if (solved.name().equals(name)) {
                List<Html> lines = new ArrayList<>();
                KeyWords.lines(solved.explanation())
                        .forEach(line -> lines.add(Tag.of("li").text(line)));
                return Tag.of("details")
                        .styled("solution")
                        .with("data-answer", solved.answer())
                        .block(
                                Tag.of("summary").text("The right answer"),
                                Tag.of("p").holding(answer(solved)),
                                lines.isEmpty() ? Html.NOTHING : Tag.of("ul").block(lines));
            }
        }
        throw new IllegalStateException("no question " + name);
    }

    private static Html answer(Key.Solved solved) {
        Html verdict = Tag.of("span").styled("verdict").text("");
        Html right = solved.answer().isEmpty()
                ? Html.NOTHING
                : Html.of(Html.text(" The right answer is "), Tag.of("code").text(solved.answer()), Html.text("."));
        return Html.of(verdict, right, Html.text(" " + solved.explanation().answer() + "."));
    }
}
