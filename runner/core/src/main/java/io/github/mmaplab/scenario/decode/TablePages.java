package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MappingSpec;
import io.github.mmaplab.scenario.model.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the pages that a table has: all of a mapping that is named without an offset, otherwise the one at the offset. */
final class TablePages {
    /** With one page there is nothing to compare. */
    private static final int FEWEST = 2;

    /** More boxes than a person fills in. */
    private static final int MOST = 12;

    private final Problems problems;
    private final PageSize pageSize;
    private final Map<String, Long> fileSizes = new HashMap<>();
    /** Whether something about the table has been reported, so that its length means nothing. */
    private boolean wrong;

    TablePages(Problems problems, int pageSize, List<FileSpec> files) {
        this.problems = problems;
        this.pageSize = new PageSize(pageSize);
        files.forEach(file -> fileSizes.put(file.name(), file.size()));
    }

    /**
     * The question with each of its pages; what is wrong with them is reported.
     *
     * @param made what each mapping's name, {@code process.mapping}, has stood for
     */
    Question settled(Question.PageTables question, Map<String, List<MappingSpec>> made) {
        List<Location.InMemory> pages = new ArrayList<>();
        wrong = false;
        for (Location.InMemory place : question.pages()) {
            String name = place.process() + "." + place.mapping();
            if (place.written().equals(name)) {
                wholeMapping(place, name, made.getOrDefault(name, List.of()), pages);
            } else if (pageSize.offset(place.offset()) == 0) {
                pages.add(page(place, name, place.offset()));
            } else {
                refuse(
                        place,
                        "`" + place.written() + "` is not the beginning of a page",
                        "name a page: " + name + " + 1 page");
            }
        }
        Set<String> names = new HashSet<>();
        for (Location.InMemory page : pages) {
            if (!names.add(page.written())) {
                problems.add(
                        Code.NAME_TAKEN,
                        page.span(),
                        "`" + page.written() + "` is in the table already",
                        "name each page once");
                wrong = true;
            }
        }
        if (!wrong && (pages.size() < FEWEST || pages.size() > MOST)) {
            problems.add(
                    Code.INVALID_NUMBER,
                    question.info().span(),
                    "the table has " + (pages.size() > MOST ? "more than " + MOST + " pages" : "no two pages")
                            + ", and a person fills in " + FEWEST + " to " + MOST,
                    "name mappings with that many pages, or single pages: [alice.p + 0, alice.p + 1 page]");
        }
        return new Question.PageTables(question.info(), pages);
    }

    private void wholeMapping(
            Location.InMemory place, String name, List<MappingSpec> specs, List<Location.InMemory> pages) {
        Set<Long> counts = new HashSet<>();
        specs.forEach(spec -> counts.add(count(spec)));
        if (counts.size() != 1) {
            refuse(
                    place,
                    "`" + name + "` has been mapped with different lengths",
                    "name its pages: [" + name + " + 0, " + name + " + 1 page]");
            return;
        }
        long count = counts.iterator().next();
        for (long number = 0; number < Math.min(count, MOST + 1); number++) {
            pages.add(page(place, name, pageSize.address(number)));
        }
    }

    /** How many pages a mapping is made with. */
    private long count(MappingSpec spec) {
        long whole = spec.file().isEmpty()
                ? (long) pageSize.bytes()
                : fileSizes.getOrDefault(spec.file().get(), 0L) - spec.offset();
        return pageSize.number(pageSize.ceil(spec.length().orElse(whole)));
    }

    private Location.InMemory page(Location.InMemory place, String name, long offset) {
        long number = pageSize.number(offset);
        String written = offset < 0 || number == 0
                ? offset == 0 ? name : place.written()
                : name + " + " + number + (number == 1 ? " page" : " pages");
        return new Location.InMemory(place.process(), place.mapping(), offset, written, place.span());
    }

    private void refuse(Location.InMemory place, String what, String hint) {
        problems.add(Code.INVALID_NUMBER, place.span(), what, hint);
        wrong = true;
    }
}
