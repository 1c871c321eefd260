package io.github.mmaplab.report;

import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.diagnostic.Palette.Part;
import io.github.mmaplab.failure.Titles;
import io.github.mmaplab.report.TextReport.Detail;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;

/**
 * Writes the first line about a scenario.
 *
 * @param detail the line contains the place of the scenario if every scenario has a line
 */
record Headings(Appendable out, Palette palette, Detail detail) {

    /** A word for the result, and the title. */
    void write(Part part, String word, Scenario scenario) throws IOException {
        out.append(palette.paint(part, word)).append(' ').append(Titles.of(scenario));
        if (detail == Detail.VERBOSE) {
            out.append("  ").append(palette.paint(Part.FRAME, Titles.place(scenario)));
        }
        out.append('\n');
    }

    /** The heading for a bug of ours. */
    void bug(Scenario scenario, Throwable cause) throws IOException {
        write(Part.ERROR, Fate.CRASHED.heading(), scenario);
        out.append("a bug in mmaplab: ").append(String.valueOf(cause)).append("\n\n");
    }
}
