package io.github.mmaplab.scenario.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which keys are written at which level of a file. */
final class Levels {
    /** The keys of a step beside its verb. */
    static final List<String> BESIDE_A_VERB =
            Stream.concat(Outcomes.KEYS.stream(), Stream.of("label", "note")).toList();

    private Levels() {}

    /** Where a key belongs that is none of those known where it stands; null if it belongs nowhere. */
    static @Nullable String whereItBelongs(String key, List<String> known) {
        List<String> places = new ArrayList<>();
        if (known.contains(key)) {
            return null;
        }
        if (BESIDE_A_VERB.contains(key)) {
            places.add("written in a step, beside its verb");
        }
        if (Mappings.KEYS.contains(key)) {
            places.add("a key of a mapping");
        }
        if (Files.KEYS.contains(key)) {
            places.add("a key of a file, under `files`");
        }
        for (FacetKeys facets : FacetKeys.values()) {
            if (facets.keys().contains(key)) {
                places.add("expected of " + facets.what());
            }
        }
        if (Steps.VERBS.contains(key)) {
            places.add("a verb, which begins a step: `- " + key + ": ...`");
        }
        addTopLevel(key, places);
        return places.isEmpty() ? null : "`" + key + "` is " + String.join(", or ", places);
    }

    private static void addTopLevel(String key, List<String> places) {
        boolean inScenario = Kind.SCENARIO.keys().contains(key);
        boolean inExercise = Kind.EXERCISE.keys().contains(key);
        if (inScenario && inExercise) {
            places.add("a key of the whole file, at the beginning of a line");
        } else if (inScenario || inExercise) {
            places.add("a key of " + (inScenario ? Kind.SCENARIO : Kind.EXERCISE).what());
        }
    }

    /** Whether a key says what is expected of something. */
    static boolean isFacet(String key) {
        for (FacetKeys facets : FacetKeys.values()) {
            if (facets.keys().contains(key)) {
                return true;
            }
        }
        return false;
    }
}
