package io.github.mmaplab.fuzz.sketch;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in a file.
 *
 * @param file its name
 * @param offset from its beginning
 */
public record FileSpot(String file, Amount offset) {

    /** As a scenario writes a place that is looked at, and no more of the file: {@code f + 0}. */
    String place() {
        return file + " + " + offset.size();
    }

    /** As a scenario writes it: {@code f + 1 page}. */
    @Override
    public String toString() {
        return offset.equals(Amount.ZERO) ? file : file + " + " + offset.size();
    }

    /** Places that are simpler to speak of. */
    List<FileSpot> simpler() {
        List<FileSpot> simpler = new ArrayList<>();
        for (Amount nearer : offset.nearerToZero()) {
            simpler.add(new FileSpot(file, nearer));
        }
        return simpler;
    }
}
