package io.github.mmaplab.listing;

import java.util.ArrayList;
import java.util.List;

/** A listing as text of fixed width. */
public final class ListingText {
    private static final int WIDTH = 100;
    private static final String GAP = "   ";
    private static final int INDENT = 4;

    private final Listing listing;
    private final int digits;
    private final StringBuilder text = new StringBuilder();

    private ListingText(Listing listing) {
        this.listing = listing;
        this.digits = Math.max(2, String.valueOf(listing.lines().size()).length());
    }

    /** The lines, each with its number; ends with a line feed. */
    public static String of(Listing listing) {
        ListingText text = new ListingText(listing);
        if (listing.isOneProgram()) {
            listing.lines().forEach(text::plain);
        } else {
            text.processes();
        }
        return text.text.toString();
    }

    private void plain(Listing.Line line) {
        row(String.valueOf(line.number()), " ".repeat(line.depth() * INDENT) + line.text());
    }

    private void row(String number, String rest) {
        String gutter = " ".repeat(Math.max(0, digits - number.length())) + number + "  ";
        text.append((gutter + rest).stripTrailing()).append('\n');
    }

    /** The beginning of each process, then a table in which every process has a column. */
    private void processes() {
        for (String process : listing.processes()) {
            List<Listing.Line> setup = listing.lines().stream()
                    .filter(line ->
                            line.kind() == Listing.Kind.SETUP && line.process().equals(process))
                    .toList();
            if (!setup.isEmpty()) {
                row("", "/* " + process + " */");
                setup.forEach(this::plain);
                text.append('\n');
            }
        }
        List<Listing.Line> steps = listing.lines().stream()
                .filter(line -> line.kind() != Listing.Kind.SETUP)
                .toList();
        if (!columns(steps)) {
            tagged(steps);
        }
        listing.concurrent()
                .forEach(any -> text.append('\n').append(any.words()).append('\n'));
    }

    private int width(String process, List<Listing.Line> steps) {
        return steps.stream()
                .filter(line -> line.process().equals(process))
                .mapToInt(line -> line.text().length())
                .reduce(process.length(), Math::max);
    }

    /** Whether a table with a column for each process is narrow enough, and then writes it. */
    private boolean columns(List<Listing.Line> steps) {
        List<Integer> widths = new ArrayList<>();
        listing.processes().forEach(process -> widths.add(width(process, steps)));
        int sum = widths.stream().mapToInt(width -> width + GAP.length()).sum() + digits + 2;
        if (sum > WIDTH) {
            return false;
        }
        StringBuilder header = new StringBuilder();
        for (int i = 0; i < widths.size(); i++) {
            String process = listing.processes().get(i);
            header.append(process)
                    .append(" ".repeat(widths.get(i) - process.length()))
                    .append(GAP);
        }
        row("", header.toString());
        for (Listing.Line line : steps) {
            int before = 0;
            for (int i = 0; i < Math.max(0, listing.processes().indexOf(line.process())); i++) {
                before += widths.get(i) + GAP.length();
            }
            row(String.valueOf(line.number()), " ".repeat(before) + line.text());
        }
        return true;
    }

    /** The lines with the process of each before it. */
    private void tagged(List<Listing.Line> steps) {
        int width = listing.processes().stream().mapToInt(String::length).max().orElse(0);
        for (Listing.Line line : steps) {
            String process = line.process();
            row(String.valueOf(line.number()), process + " ".repeat(width - process.length()) + GAP + line.text());
        }
    }
}
