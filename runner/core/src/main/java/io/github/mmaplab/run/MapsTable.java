package io.github.mmaplab.run;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.MappingView;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.ProcessFacet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Compares the mappings of one process, as /proc/PID/maps lists them, with the rows of a {@code maps} facet. */
final class MapsTable {

    private final SymbolTable symbols;
    private final String process;
    private final PageSize pageSize;

    MapsTable(SymbolTable symbols, String process, PageSize pageSize) {
        this.symbols = symbols;
        this.process = process;
        this.pageSize = pageSize;
    }

    /** Whether there are as many rows as mappings, and each row can be given a mapping of its own. */
    boolean matches(List<ProcessFacet.Maps.Row> rows, List<MappingView> mappings) {
        if (rows.size() != mappings.size()) {
            return false;
        }
        int[] rowOf = new int[mappings.size()];
        Arrays.fill(rowOf, -1);
        for (int row = 0; row < rows.size(); row++) {
            if (!place(row, rows, mappings, rowOf, new boolean[mappings.size()])) {
                return false;
            }
        }
        return true;
    }

    /** Gives a row a mapping, moving others along where that makes room (an augmenting path). */
    private boolean place(
            int row, List<ProcessFacet.Maps.Row> rows, List<MappingView> mappings, int[] rowOf, boolean[] tried) {
        for (int i = 0; i < mappings.size(); i++) {
            if (!tried[i] && fits(rows.get(row), mappings.get(i))) {
                tried[i] = true;
                if (rowOf[i] < 0 || place(rowOf[i], rows, mappings, rowOf, tried)) {
                    rowOf[i] = row;
                    return true;
                }
            }
        }
        return false;
    }

    private boolean fits(ProcessFacet.Maps.Row row, MappingView mapping) {
        return (row.at().isEmpty() || symbols.address(row.at().get()) == mapping.start())
                && (row.length().isEmpty() || row.length().getAsLong() == mapping.length())
                && (row.perms().isEmpty() || row.perms().get().equals(Words.perms(mapping)))
                && (row.file().isEmpty()
                        || (symbols.isFile(row.file().get())
                                && mapping.file()
                                        .equals(Optional.of(
                                                symbols.file(row.file().get())))))
                && (row.offset().isEmpty() || row.offset().getAsLong() == mapping.offset());
    }

    /** The rows expected, as a scenario would write them. */
    List<String> expected(List<ProcessFacet.Maps.Row> rows) {
        List<String> texts = new ArrayList<>();
        for (ProcessFacet.Maps.Row row : rows) {
            List<String> parts = new ArrayList<>();
            if (row.at().isPresent()) {
                Location.InMemory at = row.at().get();
                parts.add("at: " + Sizes.place(at.mapping(), at.offset(), pageSize));
            }
            if (row.length().isPresent()) {
                parts.add("length: " + Sizes.text(row.length().getAsLong(), pageSize));
            }
            if (row.perms().isPresent()) {
                parts.add("perms: " + row.perms().get());
            }
            if (row.file().isPresent()) {
                parts.add("file: " + row.file().get());
            }
            if (row.offset().isPresent()) {
                parts.add("offset: " + Sizes.text(row.offset().getAsLong(), pageSize));
            }
            texts.add("{ " + String.join(", ", parts) + " }");
        }
        return texts;
    }

    /** The mappings there are, as a scenario would write them. */
    List<String> seen(List<MappingView> mappings) {
        List<String> texts = new ArrayList<>();
        for (MappingView mapping : mappings) {
            StringBuilder text = new StringBuilder("{ at: ");
            text.append(symbols.nearestName(process, mapping.start(), pageSize));
            text.append(", length: ").append(Sizes.text(mapping.length(), pageSize));
            text.append(", perms: ").append(Words.perms(mapping));
            if (mapping.file().isPresent()) {
                text.append(", file: ")
                        .append(symbols.fileNames().get(mapping.file().get()));
                text.append(", offset: ").append(Sizes.text(mapping.offset(), pageSize));
            }
            texts.add(text.append(" }").toString());
        }
        return texts;
    }
}
