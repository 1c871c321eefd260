package io.github.mmaplab.failure;

import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command that explains what was seen, as it can be pasted into a shell. */
final class WhyCommandLine {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");
    private static final Pattern DOCUMENTS = Pattern.compile("^---(\\s|$)", Pattern.MULTILINE);

    private WhyCommandLine() {}

    /**
     * The command for a place; empty where the scenario is in no file that it could be asked about.
     *
     * @param location the place, or what is written instead: {@code memory}, or the name of a process
     * @param step the moment; the number of steps for the end
     */
    static Optional<String> of(Scenario scenario, String location, int step) {
        String file = scenario.span().source().name();
        if (!file.endsWith(".scenario.yaml")) {
            return Optional.empty();
        }
        boolean several = scenario.row().isPresent()
                || beginsTwoDocuments(scenario.span().source().text())
                || scenario.document() > 1;
        boolean isLabel = scenario.stepsAsWritten().stream()
                .anyMatch(each -> each.info().label().equals(Optional.of(location)));
        if (isLabel) {
            return Optional.of(
                    "mmaplab why " + quoted(several ? Titles.place(scenario) : file) + " --step " + location);
        }
        String after = step >= scenario.steps().size() ? "" : " --after " + scenario.written(step);
        return Optional.of(
                "mmaplab why " + quoted(several ? Titles.place(scenario) : file) + " " + quoted(location) + after);
    }

    private static boolean beginsTwoDocuments(String text) {
        Matcher beginnings = DOCUMENTS.matcher(text);
        if (!beginnings.find()) {
            return false;
        }
        return beginnings.find();
    }

    /** A location as an operand. */
    static String operand(Location location) {
        return location.written();
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() && !word.startsWith("-") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
