package io.github.mmaplab.browser;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Severity;
import io.github.mmaplab.failure.Failure;
import io.github.mmaplab.failure.Titles;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.run.TellingOrders;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Order;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.show.Storyboards;
import io.github.mmaplab.viewer.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;

/** A file of scenarios as an editor has it: what is wrong with it, and what its scenarios show. */
public final class Played {

    /** An order is chosen from a list, which nobody reads to its end. */
    private static final int MOST_ORDERS = 200;

    /** After more states than this, which take a second or two, the page does not wait any longer. */
    private static final int MOST_STATES = 50_000;

    private final ReadResult read;
    private List<Scenario> orders = List.of();
    private @Nullable ScenarioResult result;
    private @Nullable Viewer viewer;

    private Played(ReadResult read) {
        this.read = read;
    }

    /** Reads the text of a file. */
    static Played of(String name, String text) {
        return new Played(ScenarioReader.read(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The number of problems of the file. */
    @JSExport
    public int problems() {
        return read.diagnostics().size();
    }

    private Diagnostic problem(int index) {
        return read.diagnostics().get(index);
    }

    /** Where a problem begins, in UTF-16 code units from 0. */
    @JSExport
    public int problemStart(int index) {
        return problem(index).span().start();
    }

    /** Where it ends. */
    @JSExport
    public int problemEnd(int index) {
        return problem(index).span().end();
    }

    /** Whether it is an error; else a warning. */
    @JSExport
    public boolean isError(int index) {
        return problem(index).severity() == Severity.ERROR;
    }

    /** What is wrong, and how to put it right. */
    @JSExport
    public String problemText(int index) {
        Diagnostic problem = problem(index);
        StringBuilder text = new StringBuilder(problem.code().id() + ": " + problem.message());
        problem.hints().forEach(hint -> text.append('\n').append(hint));
        return text.toString();
    }

    /** The number of scenarios: none if the file has errors. */
    @JSExport
    public int scenarios() {
        return read.scenarios().size();
    }

    /** The title of a scenario. */
    @JSExport
    public String title(int index) {
        return Titles.of(read.scenarios().get(index));
    }

    /**
     * Plays a scenario in all of its orders; what is asked after that is about it.
     *
     * @return how many of its orders can be shown
     */
    @JSExport
    public int play(int index) {
        Scenario scenario = read.scenarios().get(index);
        ScenarioResult played = Exploration.run(scenario, KernelSource.simulated(Rules.LINUX), MOST_STATES);
        result = played;
        orders = TellingOrders.of(played, MOST_ORDERS);
        return orders.size();
    }

    private ScenarioResult result() {
        if (result == null) {
            throw new IllegalStateException("no scenario was played");
        }
        return result;
    }

    /** Whether all is as expected. */
    @JSExport
    public boolean passed() {
        return result().passed();
    }

    /** The verdict, and why it fails, in words. */
    @JSExport
    public String verdict() {
        ScenarioResult played = result();
        return played.passed() ? "" : Failure.of(played).story();
    }

    /** How many expectations were checked. */
    @JSExport
    public int checks() {
        return result().checks();
    }

    /** The name of an order. */
    @JSExport
    public String order(int index) {
        Scenario order = orders.get(index);
        Optional<Order> turns = order.order();
        return turns.map(Order::words).orElse("");
    }

    /**
     * Shows a run in one of the orders.
     *
     * @return the sections of its moments, without pictures
     */
    @JSExport
    public String show(int order) {
        Scenario scenario = orders.get(order);
        Viewer shown = Viewer.of(scenario, Storyboards.of(scenario), "");
        viewer = shown;
        return shown.outline().toString();
    }

    private Viewer viewer() {
        if (viewer == null) {
            throw new IllegalStateException("nothing is shown");
        }
        return viewer;
    }

    /** The number of moments. */
    @JSExport
    public int moments() {
        return viewer().count();
    }

    /** The picture of a moment. */
    @JSExport
    public String picture(int moment) {
        return viewer().picture(moment).toString();
    }

    /** Why something of the picture of a moment is as it is; empty if nobody has changed it. */
    @JSExport
    public String why(int moment, String subject) {
        return viewer().why(moment, subject).toString();
    }
}
