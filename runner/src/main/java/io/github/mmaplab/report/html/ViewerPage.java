package io.github.mmaplab.report.html;

import io.github.mmaplab.markup.Html;
import io.github.mmaplab.markup.Tag;
import io.github.mmaplab.page.Page;
import io.github.mmaplab.page.RenderedMarkdown;
import io.github.mmaplab.page.Resource;
import io.github.mmaplab.picture.Storyboard;
import io.github.mmaplab.picture.figure.Svg;
import io.github.mmaplab.text.Numerals;
import io.github.mmaplab.viewer.Viewer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A run on one page, without a network: the file beside the picture, which a reader steps through by button, slider or key.
 * Without scripts, and on paper, all moments follow each other.
 */
public final class ViewerPage {

    private final String title;
    private final List<Run> runs;
    private final BigInteger orders;

    private ViewerPage(String title, List<Run> runs, BigInteger orders) {
        this.title = title;
        this.runs = runs;
        this.orders = orders;
    }

    /**
     * A run for the page.
     *
     * @param storyboard what is shown
     * @param viewer the pieces of the page for it
     */
    public record Run(Storyboard storyboard, Viewer viewer) {}

    /**
     * The text of the page that shows a scenario.
     *
     * @param title that of the scenario
     * @param runs its run; several if it has concurrent steps, one in each order that can be chosen
     * @param orders how many orders it has
     */
    public static String of(String title, List<Run> runs, BigInteger orders) {
        return new ViewerPage(title, runs, orders).html();
    }

    private String html() {
        Storyboard storyboard = runs.get(0).storyboard();
        Page page = Page.titled(title)
                .style(Resource.text(ViewerPage.class, "viewer.css"))
                .style(Svg.style());
        storyboard.about().ifPresent(about -> page.banner(RenderedMarkdown.blocks(about)));
        if (runs.size() == 1) {
            page.banner(verdict(runs.get(0)));
        }
        List<Html> content = new ArrayList<>();
        if (runs.size() > 1) {
            content.add(choice());
        }
        content.add(Viewer.controls());
        if (runs.get(0).viewer().explained() == 0) {
            content.add(Tag.of("p")
                    .styled("soft")
                    .text("The run is long: ask `mmaplab why` for the reasons, which this page is without."));
        }
        content.add(runs.size() == 1 ? runs.get(0).viewer().moments() : inOrders());
        content.add(Viewer.details());
        Html moments = Tag.of("div").styled("moments").block(content);
        page.add(Tag.of("div").styled("viewer").block(source(storyboard), moments));
        return page.module(Resource.text(ViewerPage.class, "viewer.js") + Resource.text(ViewerPage.class, "page.js"))
                .html();
    }

    private static Html verdict(Run run) {
        Html verdict = Tag.of("p").text(run.viewer().verdict());
        return run.storyboard()
                .stopped()
                .map(why -> Html.of(verdict, Tag.of("p").styled("note").text("The run stops: " + why)))
                .orElse(verdict);
    }

    /** Shown by the script. */
    private Html choice() {
        List<Html> options = new ArrayList<>();
        for (Run run : runs) {
            options.add(Tag.of("option").text(name(run) + (run.storyboard().passed() ? "" : " \u2717")));
        }
        String shown = BigInteger.valueOf(runs.size()).compareTo(orders) < 0
                ? " (" + runs.size() + " of " + Numerals.grouped(orders) + ")"
                : "";
        return Tag.of("label")
                .with("id", "choice")
                .with("hidden", "")
                .holding(
                        Html.text("Order" + shown + " "),
                        Tag.of("select").with("id", "order").holding(options));
    }

    private static String name(Run run) {
        return run.storyboard().order().orElse("as written");
    }

    private Html inOrders() {
        List<Html> all = new ArrayList<>();
        for (Run run : runs) {
            all.add(Tag.of("div")
                    .styled("order")
                    .block(
                            Tag.of("p")
                                    .styled("soft")
                                    .with("id", prefix(all.size()) + "name")
                                    .text("In the order " + name(run) + ":"),
                            verdict(run),
                            run.viewer().moments()));
        }
        return Html.of(all);
    }

    /** What the identifiers of a run begin with, if there are several. */
    public static String prefix(int run) {
        return "order-" + run + "-";
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
}
