package io.github.mmaplab.run;

import io.github.mmaplab.search.Pairs;
import java.util.ArrayList;
import java.util.List;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/** What can be known of the steps before a state, each by a number, so that states are compared by numbers alone. */
final class Knowledge {
    private final Numbered<Noted, Noted> noted = new Numbered<>();
    private final Numbered<Registers, Registers> registers = new Numbered<>();
    /** What is noted, and the registers. */
    private final Pairs all = new Pairs();
    /** Registers, what is read into some of them then, and the registers after it. */
    private final Pairs readings = new Pairs();

    private final List<Integer> afterReading = new ArrayList<>();

    /**
     * What is known.
     *
     * @param notes what questions need
     * @param outcomes if it is followed, the outcome of each step by its part
     * @param registers what has been read into registers; most steps do the same whatever it is
     */
    record Known(Inquiry.Notes notes, PMap<Integer, String> outcomes, Registers registers) {
        static final Known NOTHING = new Known(Inquiry.Notes.NONE, TreePMap.empty(), Registers.NONE);
    }

    private record Noted(Inquiry.Notes notes, PMap<Integer, String> outcomes) {}

    /** The number of what is known. */
    int number(Known known) {
        Noted each = new Noted(known.notes(), known.outcomes());
        return all.number(noted.number(each, each), number(known.registers()));
    }

    /** What has a number. */
    Known get(int known) {
        Noted each = noted.get(all.first(known));
        return new Known(each.notes(), each.outcomes(), registers.get(all.second(known)));
    }

    /** The number of registers. */
    int number(Registers read) {
        return registers.number(read, read);
    }

    /**
     * What is known after more has been read.
     *
     * @param read the number of the registers that it has been read into
     */
    int afterReading(int known, int read) {
        int before = all.second(known);
        int reading = readings.number(before, read);
        if (reading == afterReading.size()) {
            afterReading.add(number(registers.get(before).with(registers.get(read))));
        }
        return all.number(all.first(known), afterReading.get(reading));
    }
}
