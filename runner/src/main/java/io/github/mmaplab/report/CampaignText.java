package io.github.mmaplab.report;

import io.github.mmaplab.compare.Difference;
import io.github.mmaplab.compare.NotCompared;
import io.github.mmaplab.fuzz.Campaign;
import io.github.mmaplab.fuzz.Coverage;
import io.github.mmaplab.fuzz.Discovery;
import io.github.mmaplab.fuzz.OrderCampaign;
import io.github.mmaplab.fuzz.ParallelCampaign;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The result of a campaign of random scenarios, as text. */
public final class CampaignText {

    private static final double SECOND = 1e9;

    /** How many pairs of operations are named that were never performed in sequence. */
    private static final int MOST_PAIRS = 20;

    private CampaignText() {}

    /** The number of scenarios and their rate: {@code 12,000 scenarios, 480 a second}. */
    public static String rate(long scenarios, long nanos) {
        double rate = scenarios / Math.max(nanos / SECOND, 1e-3);
        return String.format(Locale.ROOT, "%,d scenario%s, %.0f a second", scenarios, scenarios == 1 ? "" : "s", rate);
    }

    /**
     * A difference and the file it was written to.
     *
     * @param path as the user would write it
     */
    public static String of(Discovery discovery, String path) {
        return differing(discovery.index(), discovery.difference()) + "  in " + discovery.steps() + " steps: " + path
                + "\n";
    }

    /**
     * A concurrent scenario that differs in some order, and the file it was written to.
     *
     * @param path as the user would write it
     */
    public static String of(OrderCampaign.Differing found, String path) {
        return differing(found.index(), found.difference()) + "  " + path + "\n";
    }

    private static String differing(long index, Difference difference) {
        return "scenario " + index + ": the kernels differ in the "
                + difference.aspect().word() + " after "
                + difference.operation().name() + "\n"
                + side("simulated", difference.simulated())
                + side("real", difference.real());
    }

    /**
     * A concurrent scenario that showed what is not predicted, and the file it was written to.
     *
     * @param path as the user would write it
     */
    public static String of(ParallelCampaign.Unpredicted found, String path) {
        return "scenario " + found.index() + ": " + ParallelTable.sentence(found.runs()) + "\n"
                + ParallelTable.of(found.runs()) + "  " + path + "\n";
    }

    /** The report of a campaign of concurrent scenarios. */
    public static String of(ParallelCampaign.Summary summary, long nanos) {
        String found = summary.found() == 0
                ? "nothing that is not predicted"
                : summary.found() + (summary.found() == 1 ? " scenario shows" : " scenarios show")
                        + " what is not predicted";
        StringBuilder text = new StringBuilder(rate(summary.scenarios(), nanos))
                .append(String.format(
                        Locale.ROOT,
                        ", %,d runs of each: %,d of %,d predicted outcomes seen, and %s%n",
                        summary.runs(),
                        summary.seen(),
                        summary.predicted(),
                        found));
        if (summary.notParallel() > 0) {
            text.append(String.format(Locale.ROOT, "%,d not run in parallel%n", summary.notParallel()));
        }
        lost(text, summary.lost());
        return text.toString();
    }

    private static String side(String name, String words) {
        return "  " + name + ": " + words.replace("\n", "\n    ") + "\n";
    }

    /** The report of a whole campaign, which took {@code nanos} nanoseconds. */
    public static String of(Campaign.Summary summary, long nanos) {
        StringBuilder text = new StringBuilder();
        int found = summary.discoveries().size();
        text.append(rate(summary.scenarios(), nanos))
                .append(String.format(
                        Locale.ROOT, ", %,d steps: ", summary.coverage().steps()))
                .append(differences(found))
                .append('\n');
        lost(text, summary.lost());
        if (summary.refused() > 0) {
            text.append(String.format(
                    Locale.ROOT, "%,d not played to the end: what comes next is refused%n", summary.refused()));
        }
        notCompared(text, summary.notCompared());
        coverage(text.append('\n'), summary.coverage());
        return text.toString();
    }

    /** The report of a campaign of concurrent scenarios, each played in some of its orders. */
    public static String of(OrderCampaign.Summary summary, long nanos) {
        StringBuilder text = new StringBuilder();
        text.append(rate(summary.scenarios(), nanos))
                .append(String.format(
                        Locale.ROOT,
                        ", %,d orders, %,d steps: ",
                        summary.orders(),
                        summary.coverage().steps()))
                .append(differences(summary.found()))
                .append('\n');
        if (summary.unplayable() > 0) {
            text.append(
                    String.format(Locale.ROOT, "%,d orders not played: a process had ended%n", summary.unplayable()));
        }
        lost(text, summary.lost());
        notCompared(text, summary.notCompared());
        coverage(text.append('\n'), summary.coverage());
        return text.toString();
    }

    private static String differences(long found) {
        return found == 0 ? "no difference" : found == 1 ? "1 difference" : found + " differences";
    }

    private static void lost(StringBuilder text, long lost) {
        if (lost > 0) {
            text.append(String.format(Locale.ROOT, "%,d not played: the kernel was lost%n", lost));
        }
    }

    private static void notCompared(StringBuilder text, Set<NotCompared> notCompared) {
        for (NotCompared what : notCompared) {
            text.append("not compared: ")
                    .append(what.what())
                    .append(": ")
                    .append(what.why())
                    .append('\n');
        }
    }

    private static void coverage(StringBuilder text, Coverage coverage) {
        for (Map.Entry<String, Map<String, Long>> operation :
                coverage.outcomes().entrySet()) {
            List<String> outcomes = new ArrayList<>();
            operation.getValue().entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .forEach(outcome ->
                            outcomes.add(outcome.getKey() + String.format(Locale.ROOT, " %,d", outcome.getValue())));
            text.append(String.format("%-11s %s%n", operation.getKey(), String.join(", ", outcomes)));
        }
        never(text, "never played", coverage.neverDone());
        never(text, "never in sequence", coverage.neverConsecutive());
    }

    private static void never(StringBuilder text, String what, List<String> names) {
        if (!names.isEmpty()) {
            int shown = Math.min(names.size(), MOST_PAIRS);
            text.append(what).append(": ").append(String.join("; ", names.subList(0, shown)));
            text.append(shown < names.size() ? "; and " + (names.size() - shown) + " more\n" : "\n");
        }
    }
}
