package io.github.mmaplab.hostile;

import java.util.Set;

/** What the runner of GitHub Actions would obey in a log. */
final class Fences {
    private static final String STOP = "::stop-commands::";

    private static final Set<String> ANNOTATIONS = Set.of("::error ", "::warning ", "::notice ");

    private Fences() {}

    /** Fails if something outside of a fence is a command that is not ours. */
    static void check(String log) {
        String token = null;
        for (String line : log.split("\n", -1)) {
            if (token == null && line.startsWith(STOP)) {
                token = line.substring(STOP.length());
            } else if (token != null && line.equals("::" + token + "::")) {
                token = null;
            } else if (token == null && line.strip().startsWith("::")) {
                Place.require(
                        ANNOTATIONS.stream().anyMatch(line::startsWith) && line.contains("file="),
                        "a command in the log: " + line);
            }
        }
        Place.require(token == null, "the log stays within a fence");
    }
}
