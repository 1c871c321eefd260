package io.github.mmaplab.report.html;

import io.github.mmaplab.markup.Html;
import io.github.mmaplab.markup.Tag;
import io.github.mmaplab.page.Page;
import io.github.mmaplab.page.RenderedMarkdown;
import io.github.mmaplab.picture.Storyboard;
import io.github.mmaplab.picture.figure.Svg;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.viewer.Viewer;
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

    /** This many places are explained. */
    private static final int EXPLAINED = 60;

    private ViewerPage() {}

    /** The text of the page that shows a run. */
    public static String of(Scenario scenario, Storyboard storyboard) {
        Viewer viewer = Viewer.of(scenario, storyboard);
        Page page =
                Page.titled(storyboard.title()).style(resource("viewer.css")).style(Svg.style());
        storyboard.about().ifPresent(about -> page.banner(RenderedMarkdown.blocks(about)));
        page.banner(Tag.of("p").text(viewer.verdict()));
        storyboard
                .stopped()
                .ifPresent(why -> page.banner(Tag.of("p").styled("note").text("The run stops: " + why)));
        Html moments =
                Tag.of("div").styled("moments").block(Viewer.controls(), viewer.moments(EXPLAINED), Viewer.details());
        page.add(Tag.of("div").styled("viewer").block(source(storyboard), moments));
        return page.module(resource("viewer.js") + resource("page.js")).html();
    }

    private static Html source(Storyboard storyboard) {
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
