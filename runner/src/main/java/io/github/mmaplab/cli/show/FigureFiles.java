package io.github.mmaplab.cli.show;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.failure.Titles;
import io.github.mmaplab.file.Reasons;
import io.github.mmaplab.file.WholeFile;
import io.github.mmaplab.picture.Dot;
import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.picture.Storyboard;
import io.github.mmaplab.picture.figure.Figure;
import io.github.mmaplab.picture.figure.Svg;
import io.github.mmaplab.picture.figure.Tikz;
import io.github.mmaplab.report.html.ViewerPage;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.TellingOrders;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.show.Storyboards;
import io.github.mmaplab.viewer.Viewer;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The drawings of a run as files: one for each moment, in a folder for each form, or all on a page. */
public final class FigureFiles {

    /** The options that name a page, or the folder for a form. */
    public static final List<String> OPTIONS = List.of("html", "svg", "tikz", "dot");

    /** The most orders to choose from on a page, which holds them all. */
    private static final int MOST_ORDERS = 12;

    private FigureFiles() {}

    /** Adds the options that name the folders. */
    public static Syntax addTo(Syntax syntax) {
        return syntax.value("html", "FILE", "write a page that steps through the run, with its source and reasons")
                .value("svg", "DIR", "write drawings in this folder: each moment, all in one, and an animation")
                .value("tikz", "DIR", "write a LaTeX document with a TikZ picture of each moment in this folder")
                .value("dot", "DIR", "write a Graphviz graph of each moment in this folder");
    }

    /**
     * Writes what the options ask for, and says what was written.
     *
     * @param concurrent the scenario as it is written
     * @param scenario the scenario in the order that the storyboard shows
     * @throws UsageException if a file can't be written
     */
    public static void write(
            Scenario concurrent, Scenario scenario, Storyboard storyboard, Arguments arguments, Host host)
            throws UsageException {
        for (String option : OPTIONS) {
            String target = arguments.only(option, option.equals("html") ? "name one file" : "name one folder");
            if (target != null && option.equals("html")) {
                boolean one = arguments.has("order") || !concurrent.hasSeveralOutcomes();
                write(target, one ? page(scenario, storyboard) : page(concurrent), host);
                host.out().println("wrote " + target);
            } else if (target != null) {
                Map<String, String> files = files(option, storyboard);
                for (Map.Entry<String, String> file : files.entrySet()) {
                    write(target + "/" + file.getKey(), file.getValue(), host);
                }
                host.out().println("wrote " + files.size() + " files to " + target);
            }
        }
    }

    private static String page(Scenario scenario, Storyboard storyboard) {
        Viewer viewer = Viewer.of(scenario, storyboard, "");
        return ViewerPage.of(storyboard.title(), List.of(new ViewerPage.Run(storyboard, viewer)), BigInteger.ONE);
    }

    /** A page on which an order can be chosen. */
    private static String page(Scenario concurrent) {
        List<ViewerPage.Run> runs = new ArrayList<>();
        for (Scenario order : TellingOrders.of(ScenarioRunner.run(concurrent), MOST_ORDERS)) {
            Storyboard storyboard = Storyboards.of(order);
            runs.add(new ViewerPage.Run(storyboard, Viewer.of(order, storyboard, ViewerPage.prefix(runs.size()))));
        }
        return ViewerPage.of(Titles.of(concurrent), runs, concurrent.orders());
    }

    /** The text of each file by its name. */
    private static Map<String, String> files(String option, Storyboard storyboard) {
        Map<String, String> files = new LinkedHashMap<>();
        Figure figure = Figure.of(storyboard);
        for (int i = 0; i < figure.count(); i++) {
            Moment moment = storyboard.moments().get(i);
            String name = moment.kind() == Moment.Kind.END ? "end" : "step-" + i;
            switch (option) {
                case "svg" -> files.put(name + ".svg", Svg.of(figure.captioned(i)));
                case "tikz" -> files.put(name + ".tex", Tikz.of(figure.captioned(i)));
                default -> files.put(name + ".dot", Dot.of(storyboard, moment));
            }
        }
        if (option.equals("svg")) {
            files.put("strip.svg", Svg.strip(figure));
            files.put("animated.svg", Svg.animated(figure));
        }
        return files;
    }

    private static void write(String name, String text, Host host) throws UsageException {
        try {
            Path path = host.resolve(name);
            Files.createDirectories(path.toAbsolutePath().resolveSibling(""));
            WholeFile.write(path, text);
        } catch (InvalidPathException e) {
            throw new UsageException("`" + name + "` can't be written: " + e.getReason());
        } catch (IOException e) {
            throw new UsageException("`" + name + "` can't be written: " + Reasons.of(e));
        }
    }
}
