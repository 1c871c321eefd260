package io.github.mmaplab.fuzz.sketch;

import io.github.mmaplab.abi.FileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A file.
 *
 * @param name a letter
 * @param kind what it is made of
 * @param readOnly whether its permissions forbid opening it for writing
 * @param size how long it is
 * @param written whether each of its pages begins with a word; if not, it is a hole
 */
public record FileSketch(String name, FileKind kind, boolean readOnly, Amount size, boolean written) {

    /** The length of the word that a page begins with. */
    private static final int WORD = 2;

    /** Writes it: {@code f: { pages: [F0, F1], size: 1 page + 100 }}. */
    void write(StringBuilder yaml, int pageSize) {
        yaml.append(name).append(": { ");
        long bytes = size.in(pageSize);
        if (written && bytes >= WORD) {
            yaml.append("pages: [");
            for (long page = 0; page * pageSize + WORD <= bytes; page++) {
                yaml.append(page == 0 ? "" : ", ")
                        .append(name.toUpperCase(Locale.ROOT))
                        .append(page);
            }
            yaml.append("], ");
        }
        yaml.append("size: ").append(size.size());
        if (kind != FileKind.REGULAR) {
            yaml.append(", kind: ").append(kind.word());
        }
        if (readOnly) {
            yaml.append(", mode: r");
        }
        yaml.append(" }");
    }

    /** Files that are simpler. */
    List<FileSketch> simpler() {
        List<FileSketch> simpler = new ArrayList<>();
        if (kind != FileKind.REGULAR) {
            simpler.add(new FileSketch(name, FileKind.REGULAR, readOnly, size, written));
        }
        if (readOnly) {
            simpler.add(new FileSketch(name, kind, false, size, written));
        }
        if (written) {
            simpler.add(new FileSketch(name, kind, readOnly, size, false));
        }
        for (Amount smaller : size.nearerToPage()) {
            simpler.add(new FileSketch(name, kind, readOnly, smaller, written));
        }
        return simpler;
    }
}
