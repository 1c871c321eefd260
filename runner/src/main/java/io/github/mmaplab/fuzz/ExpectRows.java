package io.github.mmaplab.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows that can be checked at the end of a scenario. Their values are almost never right, so that the run reports
 * what is seen.
 */
final class ExpectRows {

    private static final int MOST_PAGES = 5;
    private static final int MOST_PAIRS = 400;

    /** A page of bytes that no step writes. */
    private static final String PAGE = "{ fill: 0xfe, length: 1 page }";

    private ExpectRows() {}

    /** All rows, the simplest first. */
    static List<ExpectRow> about(GeneratedState names) {
        List<ExpectRow> rows = new ArrayList<>();
        for (String file : names.fileNames()) {
            rows.add(ExpectRow.of(file, "{ size: 0xfefefe }"));
        }
        for (String process : names.processNames()) {
            rows.add(ExpectRow.of(process, "{ alive: true }"));
            rows.add(ExpectRow.of(process, "{ killed-by: SIGSEGV }"));
            rows.add(ExpectRow.of(process, "{ killed-by: SIGBUS }"));
            rows.add(ExpectRow.of(process, "{ maps: [ { length: 254 pages } ] }"));
        }
        List<ExpectRow> pages = pages(names.mappingNames());
        rows.addAll(pages);
        rows.addAll(pages(names.fileNames()));
        addPairs(pages, rows);
        return rows;
    }

    private static List<ExpectRow> pages(List<String> names) {
        List<ExpectRow> pages = new ArrayList<>();
        for (String name : names) {
            for (int page = 0; page < MOST_PAGES; page++) {
                pages.add(ExpectRow.at(name, Amount.pages(page), PAGE));
            }
        }
        return pages;
    }

    private static void addPairs(List<ExpectRow> pages, List<ExpectRow> rows) {
        int left = MOST_PAIRS;
        for (int i = 0; i < pages.size(); i++) {
            for (int j = 0; j < i && left > 0; j++, left--) {
                ExpectRow page = pages.get(i);
                rows.add(ExpectRow.samePage(
                        page.name(), page.offset().orElseThrow(), pages.get(j).place()));
            }
        }
    }
}
