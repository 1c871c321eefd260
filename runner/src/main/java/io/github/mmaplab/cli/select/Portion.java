package io.github.mmaplab.cli.select;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Which of the scenarios that are meant are played by this run, and in which order. */
public final class Portion {
    private final Host host;
    private final boolean quiet;
    private final @Nullable LastFailed lastFailed;
    private final @Nullable Shard shard;
    private final @Nullable Long seed;

    private Portion(
            Host host, boolean quiet, @Nullable LastFailed lastFailed, @Nullable Shard shard, @Nullable Long seed) {
        this.host = host;
        this.quiet = quiet;
        this.lastFailed = lastFailed;
        this.shard = shard;
        this.seed = seed;
    }

    /** Adds the options. */
    public static Syntax addTo(Syntax syntax) {
        return syntax.flag("last-failed", "play only the scenarios that failed last time; all, if none failed")
                .value(
                        "shard",
                        "I/N",
                        "play only the I-th of N equal parts; auto takes I and N from the variables of Bazel, GitLab"
                                + " or CircleCI, auto/N takes I from those of Kubernetes")
                .value("shuffle", "SEED", "play in a random order, which depends only on SEED");
    }

    /**
     * What the options say.
     *
     * @param memory what failed before
     * @throws UsageException if they say nothing that can be understood
     */
    public static Portion of(Arguments arguments, LastFailed memory, Host host) throws UsageException {
        String shard = arguments.only("shard", "name one part");
        String seed = arguments.only("shuffle", "name one number");
        if (arguments.has("last-failed")) {
            memory.require();
        }
        return new Portion(
                host,
                arguments.has("quiet"),
                arguments.has("last-failed") ? memory : null,
                shard == null ? null : Shard.parse(shard, host),
                seed == null ? null : seed(seed));
    }

    private static long seed(String written) throws UsageException {
        try {
            return Long.parseLong(written);
        } catch (NumberFormatException e) {
            throw UsageException.within(
                    "--shuffle",
                    written,
                    0,
                    written.length(),
                    "this is not a whole number",
                    "write any whole number; the same number gives the same order");
        }
    }

    /** Of what is meant, what is played, in the order in which it is. */
    public ReadResult of(ReadResult meant) {
        if (lastFailed == null && shard == null && seed == null) {
            return meant;
        }
        List<List<Scenario>> documents = Documents.of(lastFailed == null ? meant.scenarios() : failed(meant));
        if (shard != null) {
            int all = documents.size();
            documents = shard.of(documents);
            tell(shard.words() + ": " + documents.size() + " of " + all + (all == 1 ? " scenario" : " scenarios"));
        }
        if (seed != null) {
            documents = new ArrayList<>(documents);
            Collections.shuffle(documents, new Random(seed));
        }
        List<Scenario> played = new ArrayList<>();
        documents.forEach(played::addAll);
        return new ReadResult(played, meant.diagnostics());
    }

    private List<Scenario> failed(ReadResult meant) {
        List<Scenario> failed = new ArrayList<>();
        for (Scenario scenario : meant.scenarios()) {
            if (lastFailed != null && lastFailed.failed(scenario)) {
                failed.add(scenario);
            }
        }
        if (failed.isEmpty()) {
            tell("none of these scenarios failed last time: all are played");
            return meant.scenarios();
        }
        tell("playing only what failed last time: " + failed.size() + " of "
                + meant.scenarios().size() + (meant.scenarios().size() == 1 ? " run" : " runs"));
        return failed;
    }

    private void tell(String note) {
        if (!quiet) {
            host.err().println("note: " + note);
        }
    }
}
