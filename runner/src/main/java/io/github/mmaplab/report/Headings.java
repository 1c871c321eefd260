package io.github.mmaplab.report;

import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.diagnostic.Palette.Part;
import io.github.mmaplab.failure.Titles;
import io.github.mmaplab.report.TextReport.Detail;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;

/**
 * Writes the line that begins what is said about a scenario.
 *
 * @param detail that line tells where the scenario stands if every scenario has one
 */
record Headings(Appendable out, Palette palette, Detail detail) {

    /** A word for what came of it, and its title. */
    void write(Part part, String word, Scenario scenario) throws IOException {
        out.append(palette.paint(part, word)).append(' ').append(Titles.of(scenario));
        if (detail == Detail.VERBOSE) {
            out.append("  ").append(palette.paint(Part.FRAME, Titles.place(scenario)));
        }
        out.append('\n');
    }

    /** That a bug of ours came up. */
    void bug(Scenario scenario, Throwable cause) throws IOException {
        write(Part.ERROR, "✗ BUG", scenario);
        out.append("a bug in mmaplab: ").append(String.valueOf(cause)).append("\n\n");
    }
}
