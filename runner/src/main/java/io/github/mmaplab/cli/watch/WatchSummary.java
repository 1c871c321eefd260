package io.github.mmaplab.cli.watch;

import io.github.mmaplab.diagnostic.Palette;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The line about the present state of all files. */
final class WatchSummary {
    private static final int NAMED = 3;

    private WatchSummary() {}

    static String of(Collection<LastResult> states, Palette palette) {
        int passed = 0;
        int invalid = 0;
        List<String> failed = new ArrayList<>();
        for (LastResult state : states) {
            passed += state.passed();
            invalid += state.invalid() ? 1 : 0;
            failed.addAll(state.failed());
        }
        String line = count(passed, "scenario", " passes", " pass");
        if (!failed.isEmpty()) {
            line += ", " + count(failed.size(), null, " fails", " fail") + ": " + named(failed);
        }
        if (invalid > 0) {
            line += ", " + count(invalid, "file", " is not valid", " are not valid");
        }
        boolean well = failed.isEmpty() && invalid == 0;
        return palette.paint(well ? Palette.Part.PASSED : Palette.Part.ERROR, (well ? "✓ " : "✗ ") + line);
    }

    private static String count(int count, @Nullable String noun, String one, String many) {
        String things = noun == null ? "" : " " + noun + (count == 1 ? "" : "s");
        return count + things + (count == 1 ? one : many);
    }

    private static String named(List<String> failed) {
        String names = String.join(", ", failed.subList(0, Math.min(NAMED, failed.size())));
        return failed.size() > NAMED ? names + " and " + (failed.size() - NAMED) + " more" : names;
    }
}
