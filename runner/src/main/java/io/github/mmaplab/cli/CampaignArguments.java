package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.play.Jobs;
import io.github.mmaplab.cli.select.Shard;
import io.github.mmaplab.diagnostic.Suggestions;
import io.github.mmaplab.fuzz.Feature;
import io.github.mmaplab.fuzz.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The options of {@code mmaplab fuzz}.
 *
 * @param plan with pages of 4096 bytes, which the machine overrides
 * @param nanos the time after which no more scenarios are started
 * @param folder the folder for differences
 */
record CampaignArguments(Plan plan, long nanos, String folder) {

    private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(s|m|h)?");
    private static final long SECOND = 1_000_000_000L;
    private static final String MINUTE = "60s";
    private static final int PAGE = 4096;
    private static final String WHOLE = "1/1";

    static CampaignArguments of(Arguments arguments, Host host) throws UsageException {
        long seed = number(arguments, "seed", Long.MIN_VALUE, 1);
        long count = number(arguments, "count", 1, Long.MAX_VALUE);
        boolean endless = arguments.has("count") && !arguments.has("time");
        String written = arguments.only("shard", "name one part");
        Shard shard = Shard.parse(written == null ? WHOLE : written, host);
        Plan plan = new Plan(
                seed,
                features(arguments),
                PAGE,
                count,
                shard.index() + 1,
                shard.count(),
                Jobs.of(arguments),
                arguments.has("keep-going"));
        String folder = arguments.last("out");
        return new CampaignArguments(plan, endless ? Long.MAX_VALUE : time(arguments), folder == null ? "." : folder);
    }

    private static long number(Arguments arguments, String option, long least, long usual) throws UsageException {
        String written = arguments.last(option);
        if (written == null) {
            return usual;
        }
        try {
            long number = Long.parseLong(written);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below, like a number that is too small
        }
        String kind = least > 0 ? "a whole number of at least " + least : "a whole number";
        throw new UsageException("`--" + option + "` must be " + kind + ", not `" + written + "`");
    }

    private static long time(Arguments arguments) throws UsageException {
        String given = arguments.last("time");
        String written = given == null ? MINUTE : given;
        Matcher time = TIME.matcher(written);
        if (!time.matches()) {
            throw new UsageException("`--time` must be a time, not `" + written + "`", "write it as 90s, 10m or 2h");
        }
        String unit = time.group(2) == null ? "s" : time.group(2);
        long seconds = unit.equals("s") ? 1 : unit.equals("m") ? 60 : 3600;
        return Long.parseLong(time.group(1)) * seconds * SECOND;
    }

    private static Set<Feature> features(Arguments arguments) throws UsageException {
        List<Feature> named = new ArrayList<>();
        for (String written : arguments.all("only")) {
            int start = 0;
            for (String word : written.split(",", -1)) {
                Feature feature = Feature.of(word);
                if (feature == null) {
                    throw UsageException.within(
                            "--only",
                            written,
                            start,
                            start + word.length(),
                            "there is no feature `" + word + "`",
                            Suggestions.nearestOr(word, Feature.words(), "`mmaplab fuzz --help` lists them"));
                }
                named.add(feature);
                start += word.length() + 1;
            }
        }
        return Feature.only(named);
    }
}
