package io.github.mmaplab.fuzz;

import io.github.mmaplab.fuzz.sketch.Amount;
import io.github.mmaplab.fuzz.sketch.FileSketch;
import io.github.mmaplab.fuzz.sketch.FileSpot;
import io.github.mmaplab.fuzz.sketch.Row;
import io.github.mmaplab.fuzz.sketch.Sketch;
import io.github.mmaplab.fuzz.sketch.Spot;
import java.util.ArrayList;
import java.util.List;

/** What can be asked at the end of a scenario: rows whose values are hardly ever right, so that what is seen is told. */
final class Rows {

    private static final int MOST_PAGES = 5;
    private static final int MOST_PAIRS = 400;

    /** A page of bytes that nobody writes. */
    private static final String PAGE = "{ fill: 0xfe, length: 1 page }";

    private Rows() {}

    /** Everything there is to ask about at the end, the plainest first. */
    static List<Row> about(Sketch sketch) {
        List<Row> rows = new ArrayList<>();
        for (FileSketch file : sketch.files()) {
            rows.add(new Row.OfSize(file.name(), "0xfefefe"));
        }
        for (String process : sketch.processesEver()) {
            rows.add(new Row.OfProcess(process, "{ alive: true }"));
            rows.add(new Row.OfProcess(process, "{ killed-by: SIGSEGV }"));
            rows.add(new Row.OfProcess(process, "{ killed-by: SIGBUS }"));
            rows.add(new Row.OfProcess(process, "{ maps: [ { length: 254 pages } ] }"));
        }
        List<Spot> pages = pages(sketch.ranges());
        for (Spot page : pages) {
            rows.add(new Row.OfMemory(page, PAGE));
        }
        for (FileSketch file : sketch.files()) {
            for (int page = 0; page < MOST_PAGES; page++) {
                rows.add(new Row.OfFile(new FileSpot(file.name(), Amount.pages(page)), PAGE));
            }
        }
        addPairs(pages, rows);
        return rows;
    }

    private static List<Spot> pages(List<Spot> ranges) {
        List<Spot> pages = new ArrayList<>();
        for (Spot range : ranges) {
            for (int page = 0; page < MOST_PAGES; page++) {
                pages.add(new Spot(range.process(), range.mapping(), Amount.pages(page)));
            }
        }
        return pages;
    }

    private static void addPairs(List<Spot> pages, List<Row> rows) {
        int left = MOST_PAIRS;
        for (int i = 0; i < pages.size(); i++) {
            for (int j = 0; j < i && left > 0; j++, left--) {
                rows.add(new Row.OfPages(pages.get(i), pages.get(j), true));
            }
        }
    }
}
